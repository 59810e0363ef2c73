package org.keypointstudio.training;

/**
 * Hears of a run while it trains. Called on the training thread, so it must return at once. RMSE is
 * in pixels of the image, over labelled coordinates.
 */
public interface TrainingListener {

  /** Training begins. */
  default void onStart(Start start) {}

  /** One step is done. */
  default void onBatch(Batch batch) {}

  /** One pass over the training faces is done and the validation faces were judged. */
  default void onEpoch(Epoch epoch) {}

  /**
   * Something went wrong that training goes on in spite of, or another thing that the person should
   * know at once.
   *
   * @param sentence for the person
   */
  default void onNotice(String sentence) {}

  /**
   * What a run that begins will do.
   *
   * @param trainingFaces faces that are learned from
   * @param validationFaces faces that only judge
   * @param batchesPerEpoch steps in one pass
   * @param parameters trainable weights of the network
   */
  record Start(int trainingFaces, int validationFaces, int batchesPerEpoch, long parameters) {}

  /**
   * One step of training.
   *
   * @param step steps since the start, counted from 1
   * @param epoch the pass it belongs to, counted from 1; fractional position is
   *     step/batchesPerEpoch
   * @param rmse of this batch, before its step
   * @param facesPerSecond over the last seconds
   * @param fractionDone share of the run that is done, by epochs or time, whichever ends it first
   * @param remainingSeconds estimate until the run ends
   */
  record Batch(
      long step,
      int epoch,
      double rmse,
      double facesPerSecond,
      double fractionDone,
      double remainingSeconds) {}

  /**
   * One pass over the training faces, judged.
   *
   * @param epoch counted from 1
   * @param step steps since the start
   * @param trainingRmse mean over the epoch's batches
   * @param validationRmse of the validation faces after the epoch
   * @param best whether no earlier epoch was better on the validation faces, by the mean of an
   *     epoch and the four before it
   * @param learningRate at the end of the epoch
   * @param facesPerSecond of the epoch's training steps
   * @param elapsedSeconds since the start
   */
  record Epoch(
      int epoch,
      long step,
      double trainingRmse,
      double validationRmse,
      boolean best,
      double learningRate,
      double facesPerSecond,
      double elapsedSeconds) {}
}
