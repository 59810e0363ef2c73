package org.keypointstudio.dataset.format;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.keypointstudio.dataset.csv.CoordinateCell;

/** Which numbers of a file can be the coordinates of a keypoint. */
public final class PixelCoordinate {
  /** Farther than any camera's pictures reach, in pixels. */
  public static final double FARTHEST = CoordinateCell.FARTHEST;

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

  /** Longer than any tool writes a number. */
  private static final int LONGEST_TEXT = 1100;

  private PixelCoordinate() {}

  /**
   * The number that a text of a file gives: digits with a point, spaces around them ignored.
   *
   * @return nothing if it is no number, or none that {@link #isValid}
   */
  public static OptionalDouble parse(String text) {
    String number = text.strip();
    if (number.length() > LONGEST_TEXT || !DECIMAL.matcher(number).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(number);
    return isValid(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Whether a number is a coordinate: finite and at most {@link #FARTHEST} from the origin. */
  public static boolean isValid(double coordinate) {
    return Math.abs(coordinate) <= FARTHEST;
  }
}
