package org.keypointstudio.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.edit.merge.Conflict;
import org.keypointstudio.edit.merge.LabelsMerge;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.project.merge.DataSetMerge;
import org.keypointstudio.task.TaskContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Merges the labels of two people who began with the same file. */
@Command(
    name = "merge",
    description = "Merge the labels of two people who began with the same file.",
    footer = {
      "",
      "What only one of them changed is taken; what both changed to the same is taken once. A"
          + " keypoint or a note that both changed to something else is a conflict, and goes where"
          + " the rule says. With the rule fail, which is the usual one, nothing is written if"
          + " there are conflicts, and the exit code is 1."
    })
final class MergeCommand implements Callable<Integer> {
  private final DataSets dataSets;
  private final Console console;

  @Parameters(index = "0", paramLabel = "BASE", description = "The file that both began with.")
  private Path base = Path.of("");

  @Parameters(index = "1", paramLabel = "OURS", description = "One person's file.")
  private Path ours = Path.of("");

  @Parameters(index = "2", paramLabel = "THEIRS", description = "The other person's file.")
  private Path theirs = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The file to write: a copy of OURS with the merged labels.")
  private Path out = Path.of("");

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = "Where conflicts go: ${COMPLETION-CANDIDATES}.",
      converter = ChoiceConverter.MergeRules.class,
      completionCandidates = ChoiceConverter.MergeRules.class,
      defaultValue = "fail")
  private MergeRule rule = MergeRule.FAIL;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  MergeCommand(DataSets dataSets, Console console) {
    this.dataSets = dataSets;
    this.console = console;
  }

  /** What was merged, and whether it was written. */
  private record Result(LabelledDataSet ours, LabelsMerge merge, boolean written) {}

  @Override
  public Integer call() throws Exception {
    Result result = console.run(this::merge);
    if (json) {
      Json.print(console, toJson(result));
    } else {
      print(result);
    }
    return result.written() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private Result merge(TaskContext context) throws DataSetException {
    LabelledDataSet first = dataSets.openLabelled(ours, context);
    LabelsMerge merge =
        DataSetMerge.of(
            dataSets.openLabelled(base, context),
            first,
            dataSets.openLabelled(theirs, context),
            rule.side(),
            context);
    boolean write = rule != MergeRule.FAIL || merge.conflicts().isEmpty();
    if (write) {
      dataSets
          .labels()
          .save(first, merge.faces(), out, 0, context)
          .messages()
          .forEach(console.err()::println);
    }
    return new Result(first, merge, write);
  }

  private ObjectNode toJson(Result result) {
    ObjectNode object = Json.object();
    object.put("faces", result.merge().faces().size());
    object.put("changedFaces", changedFaces(result));
    object.put("rule", rule.id());
    object.put("written", result.written());
    object.put("out", out.toString());
    ArrayNode conflicts = object.putArray("conflicts");
    for (Conflict conflict : result.merge().conflicts()) {
      ObjectNode entry = conflicts.addObject();
      entry.put("row", conflict.faceIndex());
      switch (conflict) {
        case Conflict.OfKeypoint of -> {
          entry.put("keypoint", name(result, of));
          put(entry.putObject("base"), of.base());
          put(entry.putObject("ours"), of.ours());
          put(entry.putObject("theirs"), of.theirs());
        }
        case Conflict.OfNote of ->
            entry.put("base", of.base()).put("ours", of.ours()).put("theirs", of.theirs());
      }
    }
    return object;
  }

  private static void put(ObjectNode node, Keypoint keypoint) {
    node.put("state", keypoint.visibility().displayName());
    Json.put(node, "x", keypoint.x());
    Json.put(node, "y", keypoint.y());
  }

  private static int changedFaces(Result result) {
    int changed = 0;
    for (int face = 0; face < result.merge().faces().size(); face++) {
      changed += result.merge().faces().get(face).equals(result.ours().labels().get(face)) ? 0 : 1;
    }
    return changed;
  }

  private static String name(Result result, Conflict.OfKeypoint conflict) {
    return result.ours().dataSet().schema().keypointNames().get(conflict.keypointIndex());
  }

  private void print(Result result) {
    for (Conflict conflict : result.merge().conflicts()) {
      String face = result.ours().dataSet().face(conflict.faceIndex()).name();
      switch (conflict) {
        case Conflict.OfKeypoint of ->
            console
                .out()
                .printf(
                    "%s, %s: base %s, ours %s, theirs %s%n",
                    face,
                    name(result, of),
                    describe(of.base()),
                    describe(of.ours()),
                    describe(of.theirs()));
        case Conflict.OfNote of ->
            console
                .out()
                .printf(
                    "%s, note: base \"%s\", ours \"%s\", theirs \"%s\"%n",
                    face, of.base(), of.ours(), of.theirs());
      }
    }
    int conflicts = result.merge().conflicts().size();
    console
        .out()
        .printf(
            result.written()
                ? "conflicts: %,d; faces that differ from OURS: %,d; written to %s%n"
                : "conflicts: %,d; faces that would differ from OURS: %,d; %s was not written%n",
            conflicts,
            changedFaces(result),
            out);
    console.out().flush();
  }

  private static String describe(Keypoint keypoint) {
    String state = keypoint.visibility().displayName();
    return keypoint.isPlaced()
        ? String.format(Locale.ROOT, "(%.2f, %.2f) %s", keypoint.x(), keypoint.y(), state)
        : state;
  }
}
