package org.keypointstudio.training.network;

/** A network that learns. */
public interface TrainableNetwork extends InferenceNetwork {

  /**
   * Computes the coordinates of a batch and keeps what {@link #learn} needs; the arguments are
   * those of {@link #predict}.
   */
  void forward(float[] images, int faces, float[] outputs);

  /**
   * Takes one step of the optimizer against the gradient.
   *
   * @param outputGradients derivative of the loss by each output of the last {@link #forward}
   * @param learningRate step size
   */
  void learn(float[] outputGradients, double learningRate);

  /** Copies the weights, in the order of {@link NetworkSpec#tensors}. */
  void copyWeightsTo(float[] target);
}
