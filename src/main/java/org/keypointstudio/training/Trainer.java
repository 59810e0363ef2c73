package org.keypointstudio.training;

import java.nio.file.Path;

/** Trains networks. The port behind which the engine lives. */
public interface Trainer {

  /**
   * Trains one network and writes its run folder, which exists only once the run is whole.
   *
   * @param config what the person chose
   * @param faces the snapshot to learn from; later edits do not reach it
   * @param runFolder must not exist yet
   * @return the record that the folder holds
   * @throws java.util.concurrent.CancellationException if the run was cancelled; no folder is left
   * @throws TrainingException if the run cannot start or go on; no folder is left
   */
  RunRecord train(
      TrainingConfig config,
      TrainingFaces faces,
      Path runFolder,
      TrainingListener listener,
      TrainingControl control)
      throws TrainingException;
}
