package org.keypointstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network and writes its run folder. */
@Command(
    name = "train",
    description = "Train a network on a data set's labels and write a run folder.")
final class TrainCommand implements Callable<Integer> {
  private final DataSetStore store;
  private final Trainer trainer;
  private final Console console;

  @Option(names = "--data", required = true, paramLabel = "PATH", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      converter = ChoiceConverter.Models.class,
      completionCandidates = ChoiceConverter.Models.class,
      description =
          "The network: ${COMPLETION-CANDIDATES}. cnn-flip learns from mirrored faces too; compact"
              + " is smaller, deeper and learns from varied faces.")
  private ModelKind model = ModelKind.CNN;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "RUN_DIR",
      description = "The run folder to write; it must not exist yet.")
  private Path out = Path.of("");

  @Mixin private TrainingOptions settings = new TrainingOptions();

  @Option(names = "--json", description = "Print one JSON object; progress goes to stderr.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  TrainCommand(DataSetStore store, Trainer trainer, Console console) {
    this.store = store;
    this.trainer = trainer;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    TrainingConfig config = config();
    if (Files.exists(out)) {
      throw new TrainingException(
          "%s exists already: name a folder for the run that does not.".formatted(out));
    }
    RunRecord run = console.run(context -> train(config, context));
    if (json) {
      Json.print(console, toJson(run));
    } else {
      console
          .out()
          .printf(
              "best epoch %d: validation RMSE %.3f px; the run is in %s%n",
              run.bestEpoch(), run.bestValidationRmse(), out);
      run.notes().forEach(console.out()::println);
      console.out().flush();
    }
    return CommandLine.ExitCode.OK;
  }

  private TrainingConfig config() {
    try {
      return settings.config(model);
    } catch (IllegalArgumentException problem) {
      throw Usage.wrong(spec, problem);
    }
  }

  private RunRecord train(TrainingConfig config, TaskContext context)
      throws IOException, TrainingException {
    FaceDataSet faces = store.open(data, context);
    TrainingFaces snapshot = TrainingSnapshot.of(faces, console, context);
    TrainingReport report =
        new TrainingReport(json ? console.err() : console.out(), console.terminal());
    try {
      return trainer.train(
          config, snapshot, out, report, new TrainingControl(context.cancelToken()));
    } finally {
      report.finish();
    }
  }

  private ObjectNode toJson(RunRecord run) {
    ObjectNode result = Json.object();
    result.put("run", out.toString());
    result.put("model", run.config().model().id());
    result.put("faces", run.faces());
    result.put("validationFaces", run.validationRows().size());
    result.put("epochs", run.epochs().size());
    result.put("bestEpoch", run.bestEpoch());
    Json.put(result, "validationRmse", run.bestValidationRmse());
    Json.put(result, "seconds", run.seconds());
    result.put("outcome", run.outcome().name().toLowerCase(Locale.ROOT));
    result.put("parameters", run.parameters());
    return result;
  }
}
