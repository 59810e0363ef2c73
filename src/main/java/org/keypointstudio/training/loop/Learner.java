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

  /** What a committee answers, the mean of its members. */
  private final float[] answers;

  private final int members;

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
    members = network.spec().members();
    outputs = new float[members * batchSize * network.spec().outputs()];
    gradient = new float[outputs.length];
    answers = new float[batchSize * network.spec().outputs()];
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
    for (int member = 0; member < members; member++) {
      double value =
          loss.lossAndGradient(
              outputs,
              member * batch.valueCount(),
              batch.targets(),
              batch.mask(),
              batch.valueCount(),
              gradient);
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    network.learn(gradient, learningRate);
    average();
    batch.addErrorsTo(errors, answers);
    return true;
  }

  private void average() {
    int count = batch.valueCount();
    for (int i = 0; i < count; i++) {
      float sum = 0;
      for (int member = 0; member < members; member++) {
        sum += outputs[member * count + i];
      }
      answers[i] = sum / members;
    }
  }

  /** The number of faces of the last step's batch. */
  int batchFaces() {
    return batch.size();
  }
}
