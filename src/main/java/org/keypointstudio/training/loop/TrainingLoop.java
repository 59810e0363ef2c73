package org.keypointstudio.training.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.keypointstudio.training.RunRecord.Outcome;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.network.TrainableNetwork;

/**
 * Steps through batches and epochs until the epochs are done, the time is up, someone stops it or
 * the loss is no longer a number. Used once.
 */
final class TrainingLoop {
  private final TrainingConfig config;
  private final TrainableNetwork network;
  private final BatchFeed feed;
  private final Batch batch;
  private final MaskedLoss loss;
  private final Validation validation;
  private final TrainingListener listener;
  private final TrainingControl control;
  private final LearningRateSchedule schedule;
  private final RunClock clock;
  private final BestWeights best;
  private final List<TrainingListener.Epoch> epochs = new ArrayList<>();
  private final SquaredErrors batchErrors = new SquaredErrors();
  private final SquaredErrors epochErrors = new SquaredErrors();
  private final Instant startedAt = Instant.now();
  private final float[] outputs;
  private final float[] gradient;

  TrainingLoop(
      TrainingConfig config,
      TrainableNetwork network,
      BatchFeed feed,
      Batch batch,
      MaskedLoss loss,
      Validation validation,
      TrainingListener listener,
      TrainingControl control,
      LongSupplier nanoTime) {
    this.config = config;
    this.network = network;
    this.feed = feed;
    this.batch = batch;
    this.loss = loss;
    this.validation = validation;
    this.listener = listener;
    this.control = control;
    schedule = new LearningRateSchedule(config.learningRate(), config.schedule());
    clock =
        new RunClock(
            nanoTime,
            config.maxDuration().toNanos() / 1e9,
            (long) config.maxEpochs() * feed.batchesPerEpoch());
    best = new BestWeights(network.spec().parameterCount());
    outputs = new float[config.batchSize() * network.spec().outputs()];
    gradient = new float[outputs.length];
  }

  /**
   * Trains to the end.
   *
   * @throws java.util.concurrent.CancellationException if it was cancelled
   * @throws TrainingException if the loss was no longer a number before the first epoch was judged
   */
  Outcome run() throws TrainingException {
    for (int epoch = 1; ; epoch++) {
      double epochStart = clock.elapsedSeconds();
      long epochFaces = 0;
      epochErrors.clear();
      for (int i = 0; i < feed.batchesPerEpoch() && !isOver(); i++) {
        control.cancelToken().throwIfCancelled();
        if (!step(epoch)) {
          return diverged();
        }
        epochFaces += batch.size();
      }
      double rate = epochFaces / Math.max(1e-9, clock.elapsedSeconds() - epochStart);
      if (!judge(epoch, rate)) {
        return diverged();
      }
      if (isOver()) {
        return outcome();
      }
      if (isPatienceOver(epoch)) {
        return Outcome.PATIENCE_OVER;
      }
      clock.resumed();
    }
  }

  private boolean isOver() {
    return clock.steps() > 0
        && (control.isStopRequested() || clock.areStepsDone() || clock.isTimeUp());
  }

  private boolean isPatienceOver(int epoch) {
    return config.patience() > 0 && epoch - best.epoch() >= config.patience();
  }

  private Outcome outcome() {
    if (clock.areStepsDone()) {
      return Outcome.EPOCHS_DONE;
    }
    return control.isStopRequested() ? Outcome.STOPPED : Outcome.TIME_UP;
  }

  /** One step; false if the loss is not a number. */
  private boolean step(int epoch) {
    feed.fill(batch, clock.steps());
    network.forward(batch.images(), batch.size(), outputs);
    double value =
        loss.lossAndGradient(outputs, batch.targets(), batch.mask(), batch.valueCount(), gradient);
    if (!Double.isFinite(value)) {
      return false;
    }
    network.learn(gradient, schedule.rateAt(clock.fractionDone()));
    clock.stepped(batch.size());
    batchErrors.clear();
    batch.addErrorsTo(batchErrors, outputs);
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

  /** Judges the network after an epoch; false if its error is not a number. */
  private boolean judge(int epoch, double facesPerSecond) {
    control.cancelToken().throwIfCancelled();
    double rmse = validation.rmse(network);
    if (!Double.isFinite(rmse)) {
      return false;
    }
    TrainingListener.Epoch judged =
        new TrainingListener.Epoch(
            epoch,
            clock.steps(),
            epochErrors.rootMean(),
            rmse,
            best.offer(network, epoch, rmse),
            schedule.rateAt(clock.fractionDone()),
            facesPerSecond,
            clock.elapsedSeconds());
    epochs.add(judged);
    listener.onEpoch(judged);
    return true;
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

  Instant startedAt() {
    return startedAt;
  }

  double elapsedSeconds() {
    return clock.elapsedSeconds();
  }
}
