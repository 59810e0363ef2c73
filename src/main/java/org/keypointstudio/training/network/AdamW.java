package org.keypointstudio.training.network;

/**
 * Adam with decoupled weight decay, Loshchilov and Hutter 2019, "Decoupled Weight Decay
 * Regularization".
 *
 * @param beta1 decay of the mean of the gradients
 * @param beta2 decay of the mean of their squares
 * @param epsilon keeps the quotient finite
 * @param weightDecay share of a kernel's weights, times the learning rate, that each step takes
 *     away; biases do not decay
 */
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay) {

  /** The customary constants. */
  public static AdamW defaults() {
    return new AdamW(0.9, 0.999, 1e-8, 1e-4);
  }
}
