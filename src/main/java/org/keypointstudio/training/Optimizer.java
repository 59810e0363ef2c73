package org.keypointstudio.training;

import java.util.List;
import java.util.Optional;

/**
 * How a gradient becomes a step. Weight decay takes the share (learning rate × decay) of a kernel's
 * weights away at each step, apart from the gradient; biases do not decay.
 */
public sealed interface Optimizer {
  /** The customary decay. */
  double USUAL_WEIGHT_DECAY = 1e-4;

  /**
   * Adam with decoupled weight decay: Loshchilov and Hutter 2019, "Decoupled Weight Decay
   * Regularization".
   *
   * @param weightDecay 0 or more
   */
  record AdamW(double weightDecay) implements Optimizer {
    /**
     * @throws IllegalArgumentException with a sentence for the person if the decay makes no sense
     */
    public AdamW {
      requireDecay(weightDecay);
    }
  }

  /** Kingma and Ba 2015, "Adam: A Method for Stochastic Optimization"; nothing decays. */
  record Adam() implements Optimizer {}

  /**
   * Gradient descent that looks ahead: Sutskever et al. 2013, "On the importance of initialization
   * and momentum in deep learning". It wants a higher learning rate than Adam.
   *
   * @param momentum share of the last step that the next one keeps, 0 to 1 exclusive
   * @param weightDecay 0 or more
   */
  record Nesterov(double momentum, double weightDecay) implements Optimizer {
    /**
     * @throws IllegalArgumentException with a sentence for the person if a number makes no sense
     */
    public Nesterov {
      if (!(momentum >= 0 && momentum < 1)) {
        throw new IllegalArgumentException(
            "The momentum must lie between 0 and 1 (exclusive), but is %s.".formatted(momentum));
      }
      requireDecay(weightDecay);
    }
  }

  /** Each optimizer with its usual numbers, in the order in which they are offered. */
  static List<Optimizer> choices() {
    return List.of(
        new AdamW(USUAL_WEIGHT_DECAY), new Adam(), new Nesterov(0.9, USUAL_WEIGHT_DECAY));
  }

  /** The optimizer of that name with its usual numbers. */
  static Optional<Optimizer> ofId(String id) {
    return choices().stream().filter(optimizer -> optimizer.id().equals(id)).findFirst();
  }

  /** The share of a kernel's weights, times the learning rate, that each step takes away. */
  default double weightDecay() {
    return switch (this) {
      case AdamW adamW -> adamW.weightDecay();
      case Adam _ -> 0;
      case Nesterov nesterov -> nesterov.weightDecay();
    };
  }

  /** The name on the command line and in files. */
  default String id() {
    return switch (this) {
      case AdamW _ -> "adamw";
      case Adam _ -> "adam";
      case Nesterov _ -> "nesterov";
    };
  }

  /** The name in the window. */
  default String displayName() {
    return switch (this) {
      case AdamW _ -> "AdamW";
      case Adam _ -> "Adam";
      case Nesterov _ -> "Nesterov";
    };
  }

  private static void requireDecay(double weightDecay) {
    if (!(weightDecay >= 0 && Double.isFinite(weightDecay))) {
      throw new IllegalArgumentException(
          "The weight decay must be 0 or more, but is %s.".formatted(weightDecay));
    }
  }
}
