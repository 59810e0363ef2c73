package org.keypointstudio.training;

import java.nio.file.Path;

/** Trains networks. The port behind which the engine lives. */
public interface Trainer {

  /**
   * Trains one network and writes its run folder, which counts as a run only once it is whole.
   *
   * @param config what the person chose
   * @param faces the snapshot to learn from; later edits do not reach it
   * @param runFolder must not exist yet
   * @return the record that the folder holds
   * @throws java.util.concurrent.CancellationException if the run was cancelled; no folder is left
   * @throws TrainingException if the run cannot start or go on; no folder is left unless a
   *     checkpoint was saved, from which the run can be resumed
   */
  RunRecord train(
      TrainingConfig config,
      TrainingFaces faces,
      Path runFolder,
      TrainingListener listener,
      TrainingControl control)
      throws TrainingException;

  /**
   * Goes on with a run that was interrupted or stopped, in its folder. Ended by its epochs it gives
   * the same weights, bit by bit, as an unbroken one.
   *
   * @param faces the snapshot that the run learned from; the split is the run's own
   * @param listener hears of the epochs before the break too, before the first batch
   * @return the record that the folder then holds
   * @throws java.util.concurrent.CancellationException if the run was cancelled; it can be resumed
   *     again
   * @throws TrainingException if the run cannot go on; the folder is as it was, or can be resumed
   *     from a later checkpoint
   */
  default RunRecord resume(
      Path runFolder, TrainingFaces faces, TrainingListener listener, TrainingControl control)
      throws TrainingException {
    throw new TrainingException(
        "The run in %s cannot go on, because this trainer only begins runs.".formatted(runFolder));
  }
}
