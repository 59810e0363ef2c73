package org.keypointstudio.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
   * @param keys of the series
   * @param counts one list a series, one number a bin
   */
  public static Plot of(
      String name,
      String title,
      String x,
      double binWidth,
      List<Key> keys,
      List<List<Integer>> counts) {
    int bins = counts.getFirst().size();
    int largest = counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(1);
    int height = (int) Math.ceil(HEIGHT + Legend.height(keys.size()) + 8);
    Axes axes =
        new Axes(
            LEFT,
            TOP,
            WIDTH - LEFT - RIGHT,
            HEIGHT - TOP - BELOW,
            Span.upTo(bins * binWidth),
            Span.upTo(largest));
    List<Shape> shapes = new ArrayList<>();
    List<Spot> spots = new ArrayList<>();
    shapes.add(new Shape.Box(0, 0, WIDTH, height, Ink.PAPER, 1));
    shapes.addAll(axes.horizontalScale(x));
    shapes.addAll(axes.verticalScale("faces"));
    double column = axes.width() / bins * (1 - GAP) / keys.size();
    for (int series = 0; series < keys.size(); series++) {
      for (int bin = 0; bin < bins; bin++) {
        double left = axes.placeX((bin + GAP / 2) * binWidth) + series * column;
        double top = axes.placeY(counts.get(series).get(bin));
        shapes.add(
            new Shape.Box(
                left, top, column, axes.placeY(0) - top, Ink.model(keys.get(series).style()), 1));
        spots.add(
            new Spot(
                left,
                axes.top(),
                column,
                axes.height(),
                text(keys.get(series), counts.get(series).get(bin), bin, bins, binWidth),
                series,
                bin));
      }
    }
    shapes.addAll(Legend.of(keys, LEFT, HEIGHT));
    return new Plot(name, title, WIDTH, height, shapes, spots);
  }

  private static String text(Key key, int count, int bin, int bins, double binWidth) {
    String from = String.format(Locale.ROOT, "%.3g", bin * binWidth);
    String range =
        bin == bins - 1
            ? "from " + from
            : String.format(Locale.ROOT, "%s to %.3g", from, (bin + 1) * binWidth);
    return "%s: %,d faces %s".formatted(key.name(), count, range);
  }
}
