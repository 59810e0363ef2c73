package org.keypointstudio.training;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the learning rate goes over a run. It follows the share of the run that is done, by epochs or
 * by time, whichever ends the run first.
 *
 * @param shape what it does after the warm-up
 * @param warmUpShare share of the run, 0 to 1 exclusive, in which the rate rises to its peak
 */
public record Schedule(Shape shape, double warmUpShare) {

  /** What the rate does after the warm-up. */
  public enum Shape {
    /** It stays. */
    CONSTANT("constant", "Constant", 0.05),
    /** It falls to a tenth at half, and to a hundredth at three quarters of what is left. */
    STEP("step", "Step", 0.05),
    /** It falls along half a cosine to zero (Loshchilov and Hutter 2017, "SGDR"). */
    COSINE("cosine", "Cosine", 0.05),
    /**
     * It rises along half a cosine for a good part of the run and falls along another one to nearly
     * zero (Smith and Topin 2018, "Super-Convergence").
     */
    ONE_CYCLE("one-cycle", "One cycle", 0.3);

    private final String id;
    private final String displayName;
    private final double usualWarmUpShare;

    Shape(String id, String displayName, double usualWarmUpShare) {
      this.id = id;
      this.displayName = displayName;
      this.usualWarmUpShare = usualWarmUpShare;
    }

    /** The name on the command line and in files. */
    public String id() {
      return id;
    }

    /** The name in the window. */
    public String displayName() {
      return displayName;
    }

    /** The shape of that id. */
    public static Optional<Shape> ofId(String id) {
      return Arrays.stream(values()).filter(shape -> shape.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
      return displayName;
    }
  }

  /**
   * @throws IllegalArgumentException with a sentence for the person if the share makes no sense
   */
  public Schedule {
    if (!(warmUpShare >= 0 && warmUpShare < 1)) {
      throw new IllegalArgumentException(
          "The warm-up must be a share of the run between 0 and 1 (exclusive), but is %s."
              .formatted(warmUpShare));
    }
  }

  /** A shape with its usual warm-up. */
  public static Schedule of(Shape shape) {
    return new Schedule(shape, shape.usualWarmUpShare);
  }
}
