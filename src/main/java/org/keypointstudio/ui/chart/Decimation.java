package org.keypointstudio.ui.chart;

import java.util.stream.IntStream;

/**
 * Thins a curve out to what a row of pixels can show: of all points in one column the first, the
 * lowest, the highest and the last are kept, so that the painted line looks the same as the line
 * through all points.
 */
final class Decimation {
  private static final int KEPT_IN_A_COLUMN = 4;

  private Decimation() {}

  /**
   * The indices of the points that are kept, in the curve's order: all, if there are few.
   *
   * @param curve the points
   * @param columns how many columns of pixels the curve's whole width takes, at least 1
   */
  static int[] keptPoints(Curve curve, int columns) {
    if (curve.size() <= KEPT_IN_A_COLUMN * columns) {
      return IntStream.range(0, curve.size()).toArray();
    }
    IntStream.Builder kept = IntStream.builder();
    int start = 0;
    while (start < curve.size()) {
      int column = column(curve, start, columns);
      int end = start + 1;
      while (end < curve.size() && column(curve, end, columns) == column) {
        end++;
      }
      addExtremes(curve, start, end, kept);
      start = end;
    }
    return kept.build().toArray();
  }

  private static int column(Curve curve, int index, int columns) {
    double left = curve.x(0);
    double width = curve.x(curve.size() - 1) - left;
    return width == 0
        ? 0
        : (int) Math.min(columns - 1.0, (curve.x(index) - left) / width * columns);
  }

  /** First, lowest, highest and last point of a column, each once, in the curve's order. */
  private static void addExtremes(Curve curve, int start, int end, IntStream.Builder kept) {
    int lowest = start;
    int highest = start;
    for (int i = start + 1; i < end; i++) {
      lowest = curve.y(i) < curve.y(lowest) ? i : lowest;
      highest = curve.y(i) > curve.y(highest) ? i : highest;
    }
    IntStream.of(start, lowest, highest, end - 1).sorted().distinct().forEach(kept::add);
  }
}
