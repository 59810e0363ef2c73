package org.keypointstudio.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.project.study.ShippedStudies;
import org.keypointstudio.project.study.Study;
import org.keypointstudio.project.study.StudyFile;
import org.keypointstudio.project.study.StudyResult;
import org.keypointstudio.project.study.StudyRunner;
import org.keypointstudio.project.study.StudyTable;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a grid of recipes and tells which was best. */
@Command(
    name = "study",
    description =
        "Train several recipes, each with several seeds, and tell mean and spread of their errors.",
    footer = {
      "",
      "The folder receives one run folder a recipe and seed, results.csv and results.md. A study"
          + " that was broken off goes on where it was when the same command is given again."
    })
final class StudyCommand implements Callable<Integer> {
  private final DataSets store;
  private final Trainer trainer;
  private final PredictorLoader loader;
  private final Console console;

  @Option(names = "--data", required = true, paramLabel = "PATH", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--study",
      required = true,
      paramLabel = "STUDY",
      description =
          "A JSON file, or one of the studies that come with the program:"
              + " labels-and-augmentation, ingredients.")
  private String study = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for runs and results.")
  private Path out = Path.of("");

  @Mixin private GroupsOption groups = new GroupsOption();

  @Option(names = "--json", description = "Print one JSON object; progress goes to stderr.")
  private boolean json;

  StudyCommand(DataSets store, Trainer trainer, PredictorLoader loader, Console console) {
    this.store = store;
    this.trainer = trainer;
    this.loader = loader;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Study plan = read();
    StudyResult result = console.run(context -> run(plan, context));
    StudyTable table = new StudyTable(result);
    table.writeTo(out);
    if (json) {
      Json.print(console, toJson(result));
    } else {
      console.out().println();
      console.out().print(table.markdown());
      console.out().flush();
    }
    return CommandLine.ExitCode.OK;
  }

  private Study read() throws IOException {
    Optional<Study> shipped = ShippedStudies.find(study);
    if (shipped.isPresent()) {
      return shipped.get();
    }
    try {
      return new StudyFile().read(study, Files.readAllBytes(Path.of(study)));
    } catch (NoSuchFileException problem) {
      throw new IOException(
          "There is no study %s: name a JSON file or one of %s."
              .formatted(study, String.join(", ", ShippedStudies.names())),
          problem);
    }
  }

  private StudyResult run(Study plan, TaskContext context) throws IOException, TrainingException {
    LabelledDataSet dataSet = store.openLabelled(data, context);
    TrainingFaces faces =
        TrainingSnapshot.of(dataSet, groups.of(dataSet.dataSet()), false, console, context);
    Files.createDirectories(out);
    Reporter reporter = new Reporter(plan);
    try {
      return new StudyRunner(trainer, loader)
          .run(plan, faces, out, reporter, context.cancelToken());
    } finally {
      reporter.finish();
    }
  }

  /** Tells of each run as the train command does, and of its result in one line. */
  private final class Reporter implements StudyRunner.Listener {
    private final Study plan;
    private final PrintWriter writer = json ? console.err() : console.out();
    private TrainingReport report = new TrainingReport(writer, console.terminal());

    Reporter(Study plan) {
      this.plan = plan;
    }

    @Override
    public TrainingListener onRun(int number, Study.Variant variant, long seed) {
      writer.printf("run %d of %d: %s, seed %d%n", number, plan.runs(), variant.name(), seed);
      report = new TrainingReport(writer, console.terminal());
      return report;
    }

    @Override
    public void onResult(int number, Study.Variant variant, StudyResult.Run result) {
      report.finish();
      writer.printf(
          "  validation RMSE %.3f px, averaged with the mirrored face %.3f px%n",
          result.rmse(), result.flipAveragedRmse());
      writer.flush();
    }

    void finish() {
      report.finish();
    }
  }

  private static ObjectNode toJson(StudyResult result) {
    ObjectNode object = Json.object();
    object.put("name", result.study().name());
    object.put("question", result.study().question());
    object.put("labels", result.labelsHash());
    ArrayNode variants = object.putArray("variants");
    for (StudyResult.Row row : result.rows()) {
      ObjectNode variant = variants.addObject();
      variant.put("name", row.variant());
      Json.put(variant, "rmse", row.rmse().mean());
      Json.put(variant, "rmseDeviation", row.rmse().deviation());
      Json.put(variant, "flipAveragedRmse", row.flipAveragedRmse().mean());
      Json.put(variant, "flipAveragedRmseDeviation", row.flipAveragedRmse().deviation());
      Json.put(variant, "seconds", row.seconds().mean());
      variant.put("runs", row.runs().size());
    }
    return object;
  }
}
