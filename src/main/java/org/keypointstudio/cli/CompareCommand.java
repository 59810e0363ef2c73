package org.keypointstudio.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.keypointstudio.evaluation.comparison.FaceChanges;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.report.ComparisonJson;
import org.keypointstudio.report.ComparisonText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures runs on the same faces and tells how certain their differences are. */
@Command(
    name = "compare",
    description =
        "Measure runs on the same faces, by default those that none of them has learned from, and"
            + " tell how certain their differences are.",
    footer = {
      "",
      "Intervals are of 95 %%: faces are drawn anew, whole groups where groups are known, the same"
          + " for all runs. docs/comparing.md has the formulas.",
      "",
      "Did corrections help? Train before and after them, then:",
      "  compare --before RUN_DIR --after RUN_DIR --data corrected.csv"
    })
final class CompareCommand implements Callable<Integer> {
  private final DataSets store;
  private final PredictorLoader loader;
  private final Console console;

  @Mixin private ComparisonOptions options = new ComparisonOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  CompareCommand(DataSets store, PredictorLoader loader, Console console) {
    this.store = store;
    this.loader = loader;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    ComparisonOptions.Result result =
        console.run(context -> options.compare(store, loader, context));
    if (json) {
      Json.print(console, toJson(result));
    } else {
      print(result);
    }
    return CommandLine.ExitCode.OK;
  }

  private ObjectNode toJson(ComparisonOptions.Result result) {
    ObjectNode object = ComparisonJson.of(result.runs());
    if (options.isBeforeAndAfter()) {
      FaceChanges changes = FaceChanges.of(result.runs().comparison(), 0, 1);
      ObjectNode node = object.putObject("change");
      node.put("better", changes.better().size());
      node.put("worse", changes.worse().size());
      node.put("same", changes.same());
      put(node.putArray("betterFaces"), changes.better());
      put(node.putArray("worseFaces"), changes.worse());
    }
    return object;
  }

  private static void put(ArrayNode faces, List<FaceChanges.Change> changes) {
    for (FaceChanges.Change change : changes) {
      ObjectNode face = faces.addObject();
      face.put("row", change.face());
      Json.put(face, "rmseBefore", change.before());
      Json.put(face, "rmseAfter", change.after());
    }
  }

  private void print(ComparisonOptions.Result result) {
    ComparisonText text =
        new ComparisonText(result.runs(), face -> result.faces().face(face).name());
    console.out().print(options.isBeforeAndAfter() ? text.beforeAndAfter() : text.all());
    console.out().flush();
  }
}
