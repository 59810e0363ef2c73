package org.keypointstudio.model;

/**
 * One keypoint of one face.
 *
 * <p>Coordinates are pixel indices of the image: the origin is the centre of the top-left pixel, x
 * runs right, y down. They are NaN exactly when the state has no coordinates.
 *
 * @param x column, in pixels
 * @param y row, in pixels
 * @param visibility what is known of the keypoint
 */
public record Keypoint(double x, double y, Visibility visibility) {

  private static final Keypoint UNLABELLED_KEYPOINT =
      new Keypoint(Double.NaN, Double.NaN, Visibility.UNLABELLED);
  private static final Keypoint ABSENT_KEYPOINT =
      new Keypoint(Double.NaN, Double.NaN, Visibility.ABSENT);

  /**
   * @throws IllegalArgumentException if a placed keypoint has a coordinate that is not finite, or
   *     one without a place has coordinates
   */
  public Keypoint {
    boolean finite = Double.isFinite(x) && Double.isFinite(y);
    boolean missing = Double.isNaN(x) && Double.isNaN(y);
    if (visibility.isPlaced() ? !finite : !missing) {
      throw new IllegalArgumentException(
          "A keypoint that is " + visibility + " cannot stand at (" + x + ", " + y + ").");
    }
  }

  /** A visible keypoint at the given place. */
  public static Keypoint visible(double x, double y) {
    return new Keypoint(x, y, Visibility.VISIBLE);
  }

  /** The keypoint about which nothing is known. */
  public static Keypoint unlabelled() {
    return UNLABELLED_KEYPOINT;
  }

  /** The keypoint that is known not to be in the image. */
  public static Keypoint absent() {
    return ABSENT_KEYPOINT;
  }

  /** Whether it has coordinates. */
  public boolean isPlaced() {
    return visibility.isPlaced();
  }

  /** Distance to another placed keypoint in pixels; NaN if either has no coordinates. */
  public double distanceTo(Keypoint other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
