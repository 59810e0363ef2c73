package org.keypointstudio.report.plot;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.report.plot.Axes.Span;

/** How many things fall into each bin, with one column a bin and series. */
public final class ColumnChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final double LEFT = 64;
  private static final double TOP = 40;
  private static final double RIGHT = 24;
  private static final double BELOW = 52;
  private static final double GAP = 0.2;

  private ColumnChart() {}

  /**
   * Draws columns.
   *
   * @param binWidth in the unit of the horizontal scale, which begins at 0
   * @param names of the series
   * @param counts one list a series, one number a bin
   */
  public static Plot of(
      String name,
      String title,
      String x,
      double binWidth,
      List<String> names,
      List<List<Integer>> counts) {
    int bins = counts.getFirst().size();
    int largest = counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(1);
    int height = (int) Math.ceil(HEIGHT + Legend.height(names.size()) + 8);
    Axes axes =
        new Axes(
            LEFT,
            TOP,
            WIDTH - LEFT - RIGHT,
            HEIGHT - TOP - BELOW,
            Span.upTo(bins * binWidth),
            Span.upTo(largest));
    List<Shape> shapes = new ArrayList<>();
    shapes.add(new Shape.Box(0, 0, WIDTH, height, Ink.PAPER, 1));
    shapes.addAll(axes.horizontalScale(x));
    shapes.addAll(axes.verticalScale("faces"));
    double column = axes.width() / bins * (1 - GAP) / names.size();
    for (int series = 0; series < names.size(); series++) {
      for (int bin = 0; bin < bins; bin++) {
        double left = axes.placeX((bin + GAP / 2) * binWidth) + series * column;
        double top = axes.placeY(counts.get(series).get(bin));
        shapes.add(new Shape.Box(left, top, column, axes.placeY(0) - top, Ink.model(series), 1));
      }
    }
    shapes.addAll(Legend.of(names, LEFT, HEIGHT));
    return new Plot(name, title, WIDTH, height, shapes);
  }
}
