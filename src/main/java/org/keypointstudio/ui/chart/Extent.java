package org.keypointstudio.ui.chart;

import java.util.List;

/** Which values the axes have to show. */
final class Extent {
  private static final double WIDTH_WITHOUT_POINTS = 10;
  private static final double HEIGHT_WITHOUT_POINTS = 5;

  private Extent() {}

  /** From 0 to the last point of the longest curve. */
  static Range horizontal(List<CurveSeries> series) {
    double right =
        series.stream()
            .filter(one -> !one.curve().isEmpty())
            .mapToDouble(one -> one.axisX(one.curve().size() - 1))
            .max()
            .orElse(WIDTH_WITHOUT_POINTS);
    return new Range(0, right > 0 ? right : WIDTH_WITHOUT_POINTS);
  }

  /**
   * All values that the curves have within a horizontal range; those of a detail only if there is
   * nothing else.
   */
  static Range vertical(List<CurveSeries> series, Range horizontal, AxisScale scale) {
    List<CurveSeries> leading =
        series.stream()
            .filter(one -> one.role() != CurveSeries.Role.DETAIL)
            .filter(one -> end(one, horizontal) > start(one, horizontal))
            .toList();
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (CurveSeries one : leading.isEmpty() ? series : leading) {
      int start = start(one, horizontal);
      int end = end(one, horizontal);
      least = Math.min(least, one.curve().lowest(start, end));
      greatest = Math.max(greatest, one.curve().highest(start, end));
    }
    return least <= greatest
        ? scale.around(least, greatest)
        : scale.around(scale == AxisScale.LINEAR ? 0 : 1, HEIGHT_WITHOUT_POINTS);
  }

  private static int start(CurveSeries series, Range horizontal) {
    return series.curve().firstFrom(horizontal.low() / series.horizontalFactorProperty().get());
  }

  private static int end(CurveSeries series, Range horizontal) {
    return series
        .curve()
        .firstFrom(Math.nextUp(horizontal.high() / series.horizontalFactorProperty().get()));
  }
}
