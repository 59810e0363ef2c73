package org.keypointstudio.ui.chart;

/**
 * The part of a curve that a plot shows, and how its points fall into columns of pixels.
 *
 * @param curve all points
 * @param factor turns the curve's x into the axis' unit
 * @param area the plot
 * @param start the first point: the last one left of the plot, so that the line comes from there
 * @param end behind the last point, which is the first one right of the plot
 */
record VisiblePart(Curve curve, double factor, PlotArea area, int start, int end) {
  private static final int MOST_POINTS_IN_A_COLUMN = 2;

  /** Some points that fall into the same column of pixels. */
  @FunctionalInterface
  interface ColumnVisitor {
    /**
     * Takes the points from {@code first} on, up to but without {@code behind}.
     *
     * @param left the column's left edge on the canvas
     */
    void accept(double left, int first, int behind);
  }

  static VisiblePart of(CurveSeries series, PlotArea area) {
    Curve curve = series.curve();
    double factor = series.horizontalFactorProperty().get();
    Range shown = area.horizontal();
    int start = Math.max(0, curve.firstFrom(shown.low() / factor) - 1);
    int end = Math.min(curve.size(), curve.firstFrom(Math.nextUp(shown.high() / factor)) + 1);
    return new VisiblePart(curve, factor, area, start, end);
  }

  int size() {
    return end - start;
  }

  double x(int index) {
    return area.toX(curve.x(index) * factor);
  }

  double y(int index) {
    return area.toY(curve.y(index));
  }

  /** The pixels that the points take from the first to the last. */
  double width() {
    return size() == 0 ? 0 : x(end - 1) - x(start);
  }

  /** Whether more points fall into a column than a line through them could show. */
  boolean isDense() {
    return size() > MOST_POINTS_IN_A_COLUMN * Math.max(1, width());
  }

  /** Visits the columns that hold points, from left to right. */
  void forEachColumn(ColumnVisitor visitor) {
    int first = start;
    while (first < end) {
      double left = Math.floor(x(first));
      int next = curve.firstFrom(area.valueAtX(left + 1) / factor);
      int behind = Math.clamp(next, first + 1, end);
      visitor.accept(left, first, behind);
      first = behind;
    }
  }

  /**
   * A line that looks like the one through all points. Of many points in a column it takes the
   * first, the lowest, the highest and the last.
   */
  Polyline line() {
    if (!isDense()) {
      Polyline all = new Polyline(size());
      for (int i = start; i < end; i++) {
        all.add(x(i), y(i));
      }
      return all;
    }
    Polyline line = new Polyline(64);
    forEachColumn(
        (left, first, behind) -> {
          line.add(x(first), y(first));
          if (behind - first > MOST_POINTS_IN_A_COLUMN) {
            addExtremes(line, left, first, behind);
          }
          if (behind - first > 1) {
            line.add(x(behind - 1), y(behind - 1));
          }
        });
    return line;
  }

  private void addExtremes(Polyline line, double left, int first, int behind) {
    double lowest = curve.lowest(first, behind);
    double highest = curve.highest(first, behind);
    double entry = curve.y(first);
    double exit = curve.y(behind - 1);
    if (lowest < Math.min(entry, exit)) {
      line.add(left + 0.5, area.toY(lowest));
    }
    if (highest > Math.max(entry, exit)) {
      line.add(left + 0.5, area.toY(highest));
    }
  }
}
