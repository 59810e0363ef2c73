package org.keypointstudio.training.loop;

import java.util.List;
import org.keypointstudio.training.network.TrainableNetwork;

/**
 * The weights of the epoch that the validation faces liked best.
 *
 * <p>From one epoch to the next the error on a few hundred faces goes up and down by luck, and the
 * lowest of many such numbers is mostly a lucky one. So an epoch is judged by the mean of its error
 * and those of the four before it: among late epochs, at low rates, that is an honest comparison.
 */
final class BestWeights {
  private static final int EPOCHS_TOGETHER = 5;

  private float[] weights;
  private int epoch;
  private double rmse = Double.POSITIVE_INFINITY;
  private double steadyRmse = Double.POSITIVE_INFINITY;

  /** The weights of nothing yet. */
  BestWeights(int parameterCount) {
    weights = new float[parameterCount];
  }

  /**
   * Goes on from an epoch that was kept before.
   *
   * @param validationRmses of all epochs up to it
   */
  void restore(float[] kept, List<Double> validationRmses) {
    weights = kept.clone();
    keep(validationRmses);
  }

  /**
   * Keeps the network's weights if no earlier epoch was better; says whether it did.
   *
   * @param validationRmses of all epochs, the one that just ended last
   */
  boolean offer(TrainableNetwork network, List<Double> validationRmses) {
    if (!(steady(validationRmses) < steadyRmse)) {
      return false;
    }
    network.copyWeightsTo(weights);
    keep(validationRmses);
    return true;
  }

  private void keep(List<Double> validationRmses) {
    epoch = validationRmses.size();
    rmse = validationRmses.getLast();
    steadyRmse = steady(validationRmses);
  }

  private static double steady(List<Double> validationRmses) {
    int size = validationRmses.size();
    return validationRmses.subList(Math.max(0, size - EPOCHS_TOGETHER), size).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Whether any epoch was kept. */
  boolean isPresent() {
    return epoch > 0;
  }

  float[] weights() {
    return weights;
  }

  /** The epoch, counted from 1. */
  int epoch() {
    return epoch;
  }

  /** Its error on the validation faces, in pixels. */
  double rmse() {
    return rmse;
  }
}
