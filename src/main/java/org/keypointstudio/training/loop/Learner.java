package org.keypointstudio.training.loop;

import org.keypointstudio.training.network.TrainableNetwork;

/** Takes steps: a batch, the loss, the gradient, the optimizer. */
final class Learner {
  private final TrainableNetwork network;
  private final BatchFeed feed;
  private final Batch batch;
  private final MaskedLoss loss;
  private final float[] outputs;
  private final float[] gradient;

  /**
   * A network that learns from a feed.
   *
   * @param batch what the feed fills
   * @param batchSize the most faces of a batch
   */
  Learner(TrainableNetwork network, BatchFeed feed, Batch batch, int batchSize, MaskedLoss loss) {
    this.network = network;
    this.feed = feed;
    this.batch = batch;
    this.loss = loss;
    outputs = new float[batchSize * network.spec().outputs()];
    gradient = new float[outputs.length];
  }

  TrainableNetwork network() {
    return network;
  }

  int batchesPerEpoch() {
    return feed.batchesPerEpoch();
  }

  /**
   * Takes one step.
   *
   * @param step counted from 0 at the start of the run
   * @param errors takes the errors of the batch before the step
   * @return whether the loss is a number; if not, the network is as it was
   */
  boolean learn(long step, double learningRate, SquaredErrors errors) {
    feed.fill(batch, step);
    network.forward(batch.images(), batch.size(), outputs);
    double value =
        loss.lossAndGradient(outputs, batch.targets(), batch.mask(), batch.valueCount(), gradient);
    if (!Double.isFinite(value)) {
      return false;
    }
    network.learn(gradient, learningRate);
    batch.addErrorsTo(errors, outputs);
    return true;
  }

  /** The number of faces of the last step's batch. */
  int batchFaces() {
    return batch.size();
  }
}
