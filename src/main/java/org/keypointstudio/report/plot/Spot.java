package org.keypointstudio.report.plot;

/**
 * A part of a plot that stands for something which a person can point at.
 *
 * @param x left edge, in pixels of the plot
 * @param y top edge
 * @param width in pixels
 * @param height in pixels
 * @param text what it stands for
 * @param series number of its series, counted from 0
 * @param index number of the bin, row, point or keypoint within the series
 */
public record Spot(
    double x, double y, double width, double height, String text, int series, int index) {

  /** A spot around a place. */
  static Spot around(Shape.Point place, double reach, String text, int series, int index) {
    return new Spot(
        place.x() - reach, place.y() - reach, 2 * reach, 2 * reach, text, series, index);
  }

  /** How far a place is from the middle of the spot; infinite if it is outside. */
  public double distance(double placeX, double placeY) {
    boolean inside = placeX >= x && placeX <= x + width && placeY >= y && placeY <= y + height;
    return inside
        ? Math.hypot(placeX - x - width / 2, placeY - y - height / 2)
        : Double.POSITIVE_INFINITY;
  }
}
