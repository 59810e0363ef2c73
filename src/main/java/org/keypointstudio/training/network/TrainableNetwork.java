package org.keypointstudio.training.network;

/** A network that learns. */
public interface TrainableNetwork extends InferenceNetwork {

  /**
   * Computes the coordinates of a batch as a network that learns does, which may leave values out
   * at random, and keeps what {@link #learn} needs.
   *
   * @param images as for {@link #predict}
   * @param faces how many of them to compute
   * @param outputs takes {@link NetworkSpec#outputs} values a face; of a committee first those of
   *     the first member for all faces, then those of the second, and so on
   */
  void forward(float[] images, int faces, float[] outputs);

  /**
   * Takes one step of the optimizer against the gradient.
   *
   * @param outputGradients derivative of the loss by each output of the last {@link #forward}; of a
   *     committee the derivative of each member's own loss
   * @param learningRate step size
   */
  void learn(float[] outputGradients, double learningRate);

  /** A copy of what the optimizer remembers. */
  UpdaterState updaterState();

  /**
   * Makes the optimizer remember what it remembered when the present weights were copied.
   *
   * @throws IllegalArgumentException if another optimizer, network or engine remembered it
   */
  void restore(UpdaterState state);

  /** Copies the weights, in the order of {@link NetworkSpec#tensors}. */
  void copyWeightsTo(float[] target);
}
