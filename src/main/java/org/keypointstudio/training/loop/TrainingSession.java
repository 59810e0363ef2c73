package org.keypointstudio.training.loop;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.RunRecord.Outcome;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.network.Architectures;
import org.keypointstudio.training.network.NetworkEngine;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TrainableNetwork;
import org.keypointstudio.training.network.TrainedModel;
import org.keypointstudio.training.network.UpdaterState;

/** Trains a network from a snapshot of faces to a model, and writes down how it goes. */
public final class TrainingSession {
  private final NetworkEngine engine;
  private final TrainingFaces faces;
  private final RunJournal journal;
  private final TrainingListener listener;
  private final TrainingControl control;

  /**
   * A session of one run.
   *
   * @param faces to learn from and to judge by
   * @param journal where the run is written down
   */
  public TrainingSession(
      NetworkEngine engine,
      TrainingFaces faces,
      RunJournal journal,
      TrainingListener listener,
      TrainingControl control) {
    this.engine = engine;
    this.faces = faces;
    this.journal = journal;
    this.listener = listener;
    this.control = control;
  }

  /**
   * Trains from the start to the end.
   *
   * @param earlier the model whose weights training starts from, if any
   * @throws java.util.concurrent.CancellationException if it was cancelled
   * @throws TrainingException if the faces do not suffice, the earlier model does not fit, or the
   *     loss is no longer a number before the first epoch was judged
   */
  public TrainingResult start(TrainingConfig config, Optional<TrainedModel> earlier)
      throws TrainingException {
    Split split =
        GroupSplitter.split(faces, config.validationShare(), config.seed(), control.cancelToken());
    TrainingRows rows =
        TrainingRows.of(faces, split.training(), config.rows(), Architectures.FRAME);
    NetworkSpec spec =
        Architectures.of(config.model(), faces.schema().size(), config.dropout())
            .withMembers(config.members());
    StartingPoint start = StartingPoint.of(config, spec, faces, rows, earlier);
    RunPlan plan =
        new RunPlan(
            config,
            faces.origin().dataSet(),
            faces.schema(),
            spec,
            start.scaling(),
            faces.size(),
            split.trainingRows(),
            split.validationRows(),
            Sha256.ofLabels(faces),
            Instant.now());
    List<String> notes = new ArrayList<>(DataNotes.of(faces));
    notes.addAll(rows.notes());
    RunProgress progress = RunProgress.none(notes);
    UpdaterState nothing = new UpdaterState(0, List.of());
    return run(
        new SavedRun(new Checkpoint(plan, progress, start.weights(), nothing), Optional.empty()),
        rows.faces());
  }

  /**
   * Goes on with a run that was stopped or broke off. Ended by its epochs it gives the same
   * weights, bit by bit, as if nothing had happened, on a machine with as many processors.
   *
   * @throws java.util.concurrent.CancellationException if it was cancelled
   * @throws TrainingException if the faces are not those of the run, or the loss is no longer a
   *     number before the first epoch was judged
   */
  public TrainingResult resume(SavedRun saved) throws TrainingException {
    RunPlan plan = saved.last().plan();
    if (plan.faces() != faces.size() || !plan.labelsHash().equals(Sha256.ofLabels(faces))) {
      throw new TrainingException(
          "The run learned from other labels than the data set has now, so it cannot go on; start a"
              + " new run, which may start from the weights of this one.");
    }
    TrainingRows rows =
        TrainingRows.of(faces, plan.split().training(), plan.config().rows(), Architectures.FRAME);
    Checkpoint last = saved.last();
    RunProgress progress =
        last.progress()
            .noting(
                "The run was broken off and went on after step %,d."
                    .formatted(last.progress().clock().steps()));
    return run(
        new SavedRun(new Checkpoint(plan, progress, last.weights(), last.updater()), saved.best()),
        rows.faces());
  }

  private TrainingResult run(SavedRun start, EncodedFaces training) throws TrainingException {
    RunPlan plan = start.last().plan();
    TrainingConfig config = plan.config();
    var validation = new EncodedFaces(faces, plan.split().validation(), Architectures.FRAME);
    var feed = new BatchFeed(training, config.batchSize(), config.augmentation(), config.seed());
    var batch = new Batch(config.batchSize(), faces.schema(), Architectures.FRAME, plan.scaling());
    var keeper =
        new CheckpointKeeper(journal, listener, System::nanoTime, start.last().progress().notes());
    control.cancelToken().throwIfCancelled();
    requireRoom(plan.network());
    try (TrainableNetwork network =
        engine.trainable(
            plan.network(), start.last().weights(), config.optimizer(), config.seed())) {
      if (start.last().updater().steps() > 0) {
        network.restore(start.last().updater());
      }
      TrainingListener.Start beginning =
          new TrainingListener.Start(
              training.size(),
              validation.size(),
              feed.batchesPerEpoch(),
              plan.network().parameterCount());
      keeper.logStart(start.last(), beginning);
      listener.onStart(beginning);
      start.last().progress().epochs().forEach(listener::onEpoch);
      MaskedLoss loss = MaskedLoss.of(config.loss(), plan.scaling().scale());
      var loop =
          new TrainingLoop(
              start,
              new Learner(network, feed, batch, config.batchSize(), loss),
              new Validation(validation, batch, config.batchSize()),
              keeper,
              listener,
              control,
              System::nanoTime);
      Outcome outcome = loop.run();
      RunRecord record = record(plan, loop, outcome, keeper.notes());
      keeper.logEnd(record);
      return new TrainingResult(
          record,
          new TrainedModel(plan.network(), faces.schema(), plan.scaling(), loop.best().weights()));
    }
  }

  private void requireRoom(NetworkSpec network) throws TrainingException {
    try {
      journal.requireRoom(network.parameterCount());
    } catch (IOException problem) {
      throw new TrainingException(String.valueOf(problem.getMessage()), problem);
    }
  }

  private RunRecord record(
      RunPlan plan, TrainingLoop loop, Outcome outcome, List<String> notesSoFar) {
    List<String> notes = new ArrayList<>(notesSoFar);
    if (outcome == Outcome.DIVERGED) {
      notes.add(
          "The loss was no longer a number, so training ended early with the best weights before that; try a learning rate lower than %s."
              .formatted(plan.config().learningRate()));
    }
    return new RunRecord(
        RunRecord.FORMAT_VERSION,
        plan.config(),
        faces.schema().keypointNames(),
        plan.network().inputWidth(),
        plan.network().inputHeight(),
        faces.size(),
        plan.validationRows(),
        plan.labelsHash(),
        plan.startedAt(),
        loop.elapsedSeconds(),
        loop.epochs(),
        loop.best().epoch(),
        loop.best().rmse(),
        outcome,
        plan.network().parameterCount(),
        notes,
        versions());
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    String program = TrainingSession.class.getPackage().getImplementationVersion();
    versions.put("program", program == null ? "from source" : program);
    versions.put("processors", "" + Runtime.getRuntime().availableProcessors());
    versions.put("engine", engine.description());
    versions.put("java", Runtime.version().toString());
    versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return versions;
  }
}
