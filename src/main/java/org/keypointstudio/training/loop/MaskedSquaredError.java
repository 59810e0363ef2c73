package org.keypointstudio.training.loop;

/** Mean squared error over the labelled coordinates of a batch. */
final class MaskedSquaredError {
  private MaskedSquaredError() {}

  /**
   * The loss and its derivative by each output. Where the mask is 0 neither the target nor the
   * output is looked at, and the derivative is 0.
   *
   * @param mask 1 where a coordinate is labelled, else 0
   * @param count how many values of the arrays belong to the batch
   * @param gradient takes the derivative
   * @return the loss; 0 if nothing is labelled
   */
  static double lossAndGradient(
      float[] outputs, float[] targets, float[] mask, int count, float[] gradient) {
    int labelled = 0;
    for (int i = 0; i < count; i++) {
      labelled += mask[i] > 0 ? 1 : 0;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      if (mask[i] > 0) {
        double difference = outputs[i] - targets[i];
        sum += difference * difference;
        gradient[i] = (float) (2 * difference / labelled);
      } else {
        gradient[i] = 0;
      }
    }
    return labelled == 0 ? 0 : sum / labelled;
  }
}
