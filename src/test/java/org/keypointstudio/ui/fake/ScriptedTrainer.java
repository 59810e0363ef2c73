package org.keypointstudio.ui.fake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;

/** Learns nothing, but tells of a run whose error falls. */
public final class ScriptedTrainer implements Trainer {
  /** How many epochs a run has that nobody ends. */
  public static final int EPOCHS = 12;

  private static final int BATCHES_PER_EPOCH = 5;

  private final boolean endless;
  private Optional<String> failure = Optional.empty();
  private volatile Optional<TrainingFaces> lastFaces = Optional.empty();

  private ScriptedTrainer(boolean endless) {
    this.endless = endless;
  }

  /** A trainer whose runs end by themselves, at once. */
  public static ScriptedTrainer quick() {
    return new ScriptedTrainer(false);
  }

  /** A trainer whose runs go on after their last epoch until they are stopped or cancelled. */
  public static ScriptedTrainer untilStopped() {
    return new ScriptedTrainer(true);
  }

  /** A trainer whose runs fail. */
  public static ScriptedTrainer failing(String sentence) {
    ScriptedTrainer trainer = new ScriptedTrainer(false);
    trainer.failure = Optional.of(sentence);
    return trainer;
  }

  /** What the last run learned from. */
  public Optional<TrainingFaces> lastFaces() {
    return lastFaces;
  }

  @Override
  public RunRecord train(
      TrainingConfig config,
      TrainingFaces faces,
      Path runFolder,
      TrainingListener listener,
      TrainingControl control)
      throws TrainingException {
    lastFaces = Optional.of(faces);
    if (failure.isPresent()) {
      throw new TrainingException(failure.get());
    }
    int heldOut = Math.max(1, faces.size() / 5);
    listener.onStart(
        new TrainingListener.Start(faces.size() - heldOut, heldOut, BATCHES_PER_EPOCH, 1_000));
    List<TrainingListener.Epoch> epochs = new ArrayList<>();
    for (int epoch = 1; epoch <= Math.min(EPOCHS, config.maxEpochs()); epoch++) {
      control.cancelToken().throwIfCancelled();
      epochs.add(epoch(epoch, listener));
    }
    while (endless && !control.isStopRequested()) {
      control.cancelToken().throwIfCancelled();
      pause();
    }
    return record(config, faces, heldOut, epochs, control.isStopRequested());
  }

  private static TrainingListener.Epoch epoch(int epoch, TrainingListener listener) {
    double share = (double) epoch / EPOCHS;
    for (int batch = 1; batch <= BATCHES_PER_EPOCH; batch++) {
      long step = (epoch - 1L) * BATCHES_PER_EPOCH + batch;
      listener.onBatch(
          new TrainingListener.Batch(
              step, epoch, 2 + 3 * Math.exp(-3 * share), 800, share, 10 * (1 - share)));
    }
    // The last epoch is no better, so that the best one is not simply the last.
    double validation = 2.2 + 3 * Math.exp(-3 * share) + (epoch == EPOCHS ? 0.5 : 0);
    TrainingListener.Epoch judged =
        new TrainingListener.Epoch(
            epoch,
            (long) epoch * BATCHES_PER_EPOCH,
            2 + 3 * Math.exp(-3 * share),
            validation,
            epoch != EPOCHS,
            1e-3,
            800,
            epoch);
    listener.onEpoch(judged);
    return judged;
  }

  private static void pause() {
    LockSupport.parkNanos(2_000_000);
  }

  private static RunRecord record(
      TrainingConfig config,
      TrainingFaces faces,
      int heldOut,
      List<TrainingListener.Epoch> epochs,
      boolean stopped) {
    TrainingListener.Epoch best =
        epochs.stream().filter(TrainingListener.Epoch::best).toList().getLast();
    return new RunRecord(
        1,
        config,
        faces.schema().keypointNames(),
        96,
        96,
        faces.size(),
        IntStream.range(0, heldOut).boxed().toList(),
        "0".repeat(64),
        Instant.EPOCH,
        epochs.size(),
        epochs,
        best.epoch(),
        best.validationRmse(),
        stopped ? RunRecord.Outcome.STOPPED : RunRecord.Outcome.EPOCHS_DONE,
        1_000,
        List.of(),
        Map.of());
  }
}
