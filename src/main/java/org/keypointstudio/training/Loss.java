package org.keypointstudio.training;

import java.util.List;
import java.util.Optional;

/**
 * What training makes small: a mean over the labelled coordinates of a batch of a function of each
 * coordinate's error. Errors are in pixels of the network's input, so that the numbers mean the
 * same for images of every size.
 */
public sealed interface Loss {

  /** The square of the error. */
  record SquaredError() implements Loss {}

  /**
   * Squares small errors and takes the size of large ones, so that a wrong label pulls no harder
   * than any other: 0.5·e²/β where |e| &lt; β, else |e| − 0.5·β (Girshick 2015, "Fast R-CNN", which
   * has β = 1).
   *
   * @param betaPixels error from which on the loss grows evenly
   */
  record SmoothL1(double betaPixels) implements Loss {
    /**
     * @throws IllegalArgumentException with a sentence for the person if the number is not positive
     */
    public SmoothL1 {
      requirePositive("beta of the smooth L1 loss", betaPixels);
    }
  }

  /**
   * Weighs small errors more: w·ln(1 + |e|/ε) where |e| &lt; w, else |e| − w + w·ln(1 + w/ε) (Feng
   * et al. 2018, "Wing Loss for Robust Facial Landmark Localisation with Convolutional Neural
   * Networks").
   *
   * @param widthPixels w, the error from which on the loss grows evenly
   * @param curvaturePixels ε; the smaller, the more the smallest errors weigh
   */
  record Wing(double widthPixels, double curvaturePixels) implements Loss {
    /**
     * @throws IllegalArgumentException with a sentence for the person if a number is not positive
     */
    public Wing {
      requirePositive("width of the wing loss", widthPixels);
      requirePositive("curvature of the wing loss", curvaturePixels);
    }
  }

  /** Each loss with its usual numbers, in the order in which they are offered. */
  static List<Loss> choices() {
    return List.of(new SquaredError(), new SmoothL1(1), new Wing(10, 2));
  }

  /** The loss of that name with its usual numbers. */
  static Optional<Loss> ofId(String id) {
    return choices().stream().filter(loss -> loss.id().equals(id)).findFirst();
  }

  /** The name on the command line and in files. */
  default String id() {
    return switch (this) {
      case SquaredError _ -> "mse";
      case SmoothL1 _ -> "smooth-l1";
      case Wing _ -> "wing";
    };
  }

  /** The name in the window. */
  default String displayName() {
    return switch (this) {
      case SquaredError _ -> "Squared error";
      case SmoothL1 _ -> "Smooth L1";
      case Wing _ -> "Wing";
    };
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "The %s must be a positive number of pixels, but is %s.".formatted(name, value));
    }
  }
}
