package org.keypointstudio.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network and writes its run folder, or goes on with a run. */
@Command(
    name = "train",
    description = "Train a network on a data set's labels and write a run folder.",
    footer = {
      "",
      "Ctrl+C stops the run and keeps its best model. Such a run, and one that crashed, goes on"
          + " with --resume."
    })
final class TrainCommand implements Callable<Integer> {
  private static final String RESUME = "--resume";
  private static final String WITHOUT_ACCEPTED = "--without-accepted";
  private static final Set<String> OPTIONS_OF_RESUMING =
      Set.of(RESUME, "--data", "--json", WITHOUT_ACCEPTED);

  private final DataSets store;
  private final Trainer trainer;
  private final Console console;

  @Option(names = "--data", paramLabel = "PATH", description = "The data set.")
  private @Nullable Path data;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      converter = ChoiceConverter.Models.class,
      completionCandidates = ChoiceConverter.Models.class,
      description =
          "The network: ${COMPLETION-CANDIDATES}. cnn-flip learns from mirrored faces too; compact"
              + " is smaller, deeper and learns from varied faces.")
  private @Nullable ModelKind model;

  @Option(
      names = "--out",
      paramLabel = "RUN_DIR",
      description = "The run folder to write; it must not exist yet.")
  private @Nullable Path out;

  @Option(
      names = RESUME,
      paramLabel = "RUN_DIR",
      description =
          "Go on with a run that was stopped or broke off, with its settings and its split.")
  private @Nullable Path resumed;

  @Option(
      names = WITHOUT_ACCEPTED,
      description =
          "Leave out keypoints that a person only accepted from a model or the mean shape. A run"
              + " that began so goes on only so.")
  private boolean withoutAccepted;

  @Mixin private GroupsOption groups = new GroupsOption();

  @Mixin private TrainingOptions settings = new TrainingOptions();

  @Option(names = "--json", description = "Print one JSON object; progress goes to stderr.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  TrainCommand(DataSets store, Trainer trainer, Console console) {
    this.store = store;
    this.trainer = trainer;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (resumed != null) {
      resume(resumed);
    } else {
      train();
    }
    return CommandLine.ExitCode.OK;
  }

  private void train() throws Exception {
    Path dataSet = required(data, "--data");
    ModelKind network = required(model, "--model");
    Path folder = required(out, "--out");
    TrainingConfig config = config(network);
    RunFolder existing = new RunFolder(folder);
    if (existing.isInterrupted()) {
      throw new TrainingException(
          "%s holds a run that broke off: go on with it by train --resume %s, or name another folder."
              .formatted(folder, folder));
    }
    if (Files.exists(folder) && !existing.isAbandoned()) {
      throw new TrainingException(
          "%s exists already: name a folder for the run that does not.".formatted(folder));
    }
    console.run(
        context -> {
          LabelledDataSet faces = store.openLabelled(dataSet, context);
          TrainingFaces snapshot =
              TrainingSnapshot.of(
                  faces, groups.of(faces.dataSet()), withoutAccepted, console, context);
          return report(
              folder,
              context,
              (listener, control) -> trainer.train(config, snapshot, folder, listener, control));
        });
  }

  private void resume(Path folder) throws Exception {
    requireNothingElse();
    Optional<Path> known = new RunFolder(folder).readSavedRun().last().plan().dataSet();
    Path dataSet = required(data == null ? known.orElse(null) : data, "--data");
    console.run(
        context -> {
          LabelledDataSet faces = store.openLabelled(dataSet, context);
          TrainingFaces snapshot =
              TrainingSnapshot.of(faces, FaceGroups.none(), withoutAccepted, console, context);
          return report(
              folder,
              context,
              (listener, control) -> trainer.resume(folder, snapshot, listener, control));
        });
  }

  /** Trains with a listener and a control. */
  private interface Training {
    RunRecord run(TrainingListener listener, TrainingControl control) throws TrainingException;
  }

  private RunRecord report(Path folder, TaskContext context, Training training)
      throws TrainingException, JsonProcessingException {
    TrainingReport report =
        new TrainingReport(json ? console.err() : console.out(), console.terminal());
    // A cancelled command stops its run, which can then go on later; nothing is thrown away.
    TrainingControl control = new TrainingControl(new CancelToken());
    RunRecord run;
    try {
      run = training.run(new Stopping(report, control, context.cancelToken()), control);
    } finally {
      report.finish();
    }
    print(run, folder);
    return run;
  }

  private void print(RunRecord run, Path folder) throws JsonProcessingException {
    if (json) {
      Json.print(console, toJson(run, folder));
      return;
    }
    console
        .out()
        .printf(
            "best epoch %d: validation RMSE %.3f px; the run is in %s%n",
            run.bestEpoch(), run.bestValidationRmse(), folder);
    if (run.outcome() == RunRecord.Outcome.STOPPED) {
      console.out().printf("It was stopped; train --resume %s goes on with it.%n", folder);
    }
    run.notes().forEach(console.out()::println);
    console.out().flush();
  }

  private TrainingConfig config(ModelKind network) {
    try {
      return settings.config(network);
    } catch (IllegalArgumentException problem) {
      throw Usage.wrong(spec, problem);
    }
  }

  private void requireNothingElse() {
    CommandSpec parsed = Objects.requireNonNull(spec);
    parsed.commandLine().getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(name -> !OPTIONS_OF_RESUMING.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw Usage.wrong(
                  spec,
                  new IllegalArgumentException(
                      "A run that goes on keeps its settings: leave out %s or begin a new run."
                          .formatted(name)));
            });
  }

  private <T> T required(@Nullable T value, String option) {
    if (value == null) {
      throw Usage.wrong(spec, new IllegalArgumentException("Missing required option: " + option));
    }
    return value;
  }

  private ObjectNode toJson(RunRecord run, Path folder) {
    ObjectNode result = Json.object();
    result.put("run", folder.toString());
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
