package org.keypointstudio.dataset.format;

/** Which numbers of a file can be the coordinates of a keypoint. */
public final class PixelCoordinate {
  /** Farther than any camera's pictures reach, in pixels. */
  public static final double FARTHEST = 1e6;

  private PixelCoordinate() {}

  /** Whether a number is a coordinate: finite and at most {@link #FARTHEST} from the origin. */
  public static boolean isValid(double coordinate) {
    return Math.abs(coordinate) <= FARTHEST;
  }
}
