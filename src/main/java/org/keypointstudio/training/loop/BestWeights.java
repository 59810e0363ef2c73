package org.keypointstudio.training.loop;

import org.keypointstudio.training.network.TrainableNetwork;

/** The weights of the epoch that the validation faces liked best. */
final class BestWeights {
  private float[] weights;
  private int epoch;
  private double rmse = Double.POSITIVE_INFINITY;

  /** The weights of nothing yet. */
  BestWeights(int parameterCount) {
    weights = new float[parameterCount];
  }

  /** Goes on from an epoch that was kept before. */
  void restore(float[] kept, int keptEpoch, double validationRmse) {
    weights = kept.clone();
    epoch = keptEpoch;
    rmse = validationRmse;
  }

  /** Keeps the network's weights if no earlier epoch was better; says whether it did. */
  boolean offer(TrainableNetwork network, int finishedEpoch, double validationRmse) {
    if (!(validationRmse < rmse)) {
      return false;
    }
    network.copyWeightsTo(weights);
    epoch = finishedEpoch;
    rmse = validationRmse;
    return true;
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
