package org.keypointstudio.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.keypointstudio.training.RunRecord.Outcome;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.network.TrainableNetwork;

/**
 * Steps through batches and epochs until the epochs are done, the time or the patience is over,
 * someone stops it or the loss is no longer a number. Used once.
 */
final class TrainingLoop {
  private final RunPlan plan;
  private final TrainingConfig config;
  private final Learner learner;
  private final Validation validation;
  private final CheckpointKeeper keeper;
  private final TrainingListener listener;
  private final TrainingControl control;
  private final LearningRateSchedule schedule;
  private final RunClock clock;
  private final BestWeights best;
  private final List<TrainingListener.Epoch> epochs;
  private final SquaredErrors batchErrors = new SquaredErrors();
  private final SquaredErrors epochErrors;
  private long epochFaces;
  private double epochStart;

  /**
   * A loop that goes on where a run stands.
   *
   * @param start which the network's weights and its optimizer must match
   */
  TrainingLoop(
      SavedRun start,
      Learner learner,
      Validation validation,
      CheckpointKeeper keeper,
      TrainingListener listener,
      TrainingControl control,
      LongSupplier nanoTime) {
    plan = start.last().plan();
    config = plan.config();
    this.learner = learner;
    this.validation = validation;
    this.keeper = keeper;
    this.listener = listener;
    this.control = control;
    RunProgress progress = start.last().progress();
    schedule = new LearningRateSchedule(config.learningRate(), config.schedule());
    clock =
        new RunClock(
            nanoTime,
            config.maxDuration().toNanos() / 1e9,
            (long) config.maxEpochs() * learner.batchesPerEpoch(),
            progress.clock());
    epochs = new ArrayList<>(progress.epochs());
    epochErrors =
        new SquaredErrors(progress.openEpoch().squaredErrors(), progress.openEpoch().coordinates());
    epochFaces = progress.openEpoch().faces();
    epochStart = clock.elapsedSeconds() - progress.openEpoch().seconds();
    best = new BestWeights(plan.network().parameterCount());
    start
        .best()
        .ifPresent(kept -> best.restore(kept.weights(), validationRmses(kept.progress().epochs())));
  }

  /**
   * Trains to the end.
   *
   * @throws java.util.concurrent.CancellationException if it was cancelled
   * @throws TrainingException if the loss was no longer a number before the first epoch was judged
   */
  Outcome run() throws TrainingException {
    Optional<Outcome> end = end();
    while (end.isEmpty()) {
      int epoch = epochs.size() + 1;
      if (!learn(epoch)) {
        return diverged();
      }
      boolean whole = clock.steps() % learner.batchesPerEpoch() == 0;
      if (!whole) {
        // An unbroken run would not judge here, so one that goes on must not know of it.
        keeper.save(checkpoint());
      }
      Optional<TrainingListener.Epoch> judged = judge(epoch);
      if (judged.isEmpty()) {
        return diverged();
      }
      beginEpoch();
      end = end();
      if (whole) {
        keeper.judged(judged.get(), end.isPresent(), this::checkpoint);
      } else {
        keeper.brokenOff(judged.get());
      }
      clock.resumed();
      if (end.isEmpty()) {
        // Saving took time, which may be over now.
        end = end();
      }
    }
    return end.get();
  }

  private Optional<Outcome> end() {
    if (!best.isPresent()) {
      return Optional.empty();
    }
    if (clock.areStepsDone()) {
      return Optional.of(Outcome.EPOCHS_DONE);
    }
    if (control.isStopRequested()) {
      return Optional.of(Outcome.STOPPED);
    }
    if (clock.isTimeUp()) {
      return Optional.of(Outcome.TIME_UP);
    }
    boolean patient = config.patience() == 0 || epochs.size() - best.epoch() < config.patience();
    return patient ? Optional.empty() : Optional.of(Outcome.PATIENCE_OVER);
  }

  private boolean mustPause() {
    return control.isStopRequested() || clock.areStepsDone() || clock.isTimeUp();
  }

  /** Takes the steps that are left of an epoch; false if the loss is not a number. */
  private boolean learn(int epoch) {
    long epochEnd = (long) epoch * learner.batchesPerEpoch();
    // Whatever was begun is judged, so it takes a step even if the time is up by now.
    do {
      control.cancelToken().throwIfCancelled();
      if (!step(epoch)) {
        return false;
      }
    } while (clock.steps() < epochEnd && !mustPause());
    return true;
  }

  private boolean step(int epoch) {
    batchErrors.clear();
    double rate = schedule.rateAt(clock.fractionDone());
    if (!learner.learn(clock.steps(), rate, batchErrors)) {
      return false;
    }
    clock.stepped(learner.batchFaces());
    epochFaces += learner.batchFaces();
    epochErrors.addAll(batchErrors);
    listener.onBatch(
        new TrainingListener.Batch(
            clock.steps(),
            epoch,
            batchErrors.rootMean(),
            clock.facesPerSecond(),
            clock.fractionDone(),
            clock.remainingSeconds()));
    return true;
  }

  /** Judges the network after an epoch; empty if its error is not a number. */
  private Optional<TrainingListener.Epoch> judge(int epoch) {
    double facesPerSecond = epochFaces / Math.max(1e-9, clock.elapsedSeconds() - epochStart);
    control.cancelToken().throwIfCancelled();
    double rmse = validation.rmse(learner.network());
    if (!Double.isFinite(rmse)) {
      return Optional.empty();
    }
    List<Double> validationRmses = validationRmses(epochs);
    validationRmses.add(rmse);
    TrainingListener.Epoch judged =
        new TrainingListener.Epoch(
            epoch,
            clock.steps(),
            epochErrors.rootMean(),
            rmse,
            best.offer(learner.network(), validationRmses),
            schedule.rateAt(clock.fractionDone()),
            facesPerSecond,
            clock.elapsedSeconds());
    epochs.add(judged);
    listener.onEpoch(judged);
    return Optional.of(judged);
  }

  private static List<Double> validationRmses(List<TrainingListener.Epoch> judged) {
    return judged.stream()
        .map(TrainingListener.Epoch::validationRmse)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private void beginEpoch() {
    epochErrors.clear();
    epochFaces = 0;
    epochStart = clock.elapsedSeconds();
  }

  private Checkpoint checkpoint() {
    TrainableNetwork network = learner.network();
    float[] weights = new float[plan.network().parameterCount()];
    network.copyWeightsTo(weights);
    return new Checkpoint(
        plan,
        new RunProgress(
            clock.reading(),
            new RunProgress.OpenEpoch(
                epochErrors.sum(),
                epochErrors.count(),
                epochFaces,
                clock.elapsedSeconds() - epochStart),
            epochs,
            keeper.notes()),
        weights,
        network.updaterState());
  }

  private Outcome diverged() throws TrainingException {
    if (!best.isPresent()) {
      throw new TrainingException(
          "The loss was no longer a number after %d steps, so there is no model to keep; try a learning rate lower than %s."
              .formatted(clock.steps(), config.learningRate()));
    }
    return Outcome.DIVERGED;
  }

  /** The weights of the best epoch so far. */
  BestWeights best() {
    return best;
  }

  /** What was measured after each epoch so far. */
  List<TrainingListener.Epoch> epochs() {
    return List.copyOf(epochs);
  }

  double elapsedSeconds() {
    return clock.elapsedSeconds();
  }
}
