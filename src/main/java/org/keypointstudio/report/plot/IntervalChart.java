package org.keypointstudio.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.keypointstudio.report.plot.Axes.Span;
import org.keypointstudio.report.plot.Shape.Anchor;
import org.keypointstudio.report.plot.Shape.Point;

/** Figures with their intervals: a dot with whiskers for each row and series. */
public final class IntervalChart {
  private static final int WIDTH = 720;
  private static final double LEFT = 250;
  private static final double TOP = 16;
  private static final double RIGHT = 24;
  private static final double BELOW = 52;
  private static final double WHISKER = 13;
  private static final double ROW_GAP = 10;
  private static final int LONGEST_NAME = 38;

  private IntervalChart() {}

  /**
   * A figure.
   *
   * @param value NaN if there is none
   * @param low end of its interval
   * @param high end of its interval
   */
  public record Figure(double value, double low, double high) {}

  /**
   * A line of the chart.
   *
   * @param name at its left
   * @param figures one a series
   */
  public record Row(String name, List<Figure> figures) {
    /** Copies the list. */
    public Row {
      figures = List.copyOf(figures);
    }
  }

  /**
   * Draws figures.
   *
   * @param x what the scale says
   * @param keys of the series; without any there is no legend
   */
  public static Plot of(String name, String title, String x, List<Key> keys, List<Row> rows) {
    int perRow = rows.stream().mapToInt(row -> row.figures().size()).max().orElse(1);
    double rowHeight = Math.max(perRow * WHISKER, WHISKER) + ROW_GAP;
    double below = TOP + rows.size() * rowHeight;
    int height = (int) Math.ceil(below + BELOW + Legend.height(keys.size()) + 8);
    Axes axes =
        new Axes(
            LEFT, TOP, WIDTH - LEFT - RIGHT, rows.size() * rowHeight, span(rows), Span.upTo(1));
    List<Shape> shapes = new ArrayList<>();
    List<Spot> spots = new ArrayList<>();
    shapes.add(new Shape.Box(0, 0, WIDTH, height, Ink.PAPER, 1));
    shapes.addAll(axes.horizontalScale(x));
    if (axes.x().from() < 0) {
      shapes.add(Axes.line(axes.placeX(0), TOP, axes.placeX(0), below, Ink.TEXT));
    }
    for (int i = 0; i < rows.size(); i++) {
      double top = TOP + i * rowHeight;
      shapes.add(
          Axes.text(
              LEFT - 12,
              top + rowHeight / 2 + 4,
              Legend.shortened(rows.get(i).name(), LONGEST_NAME),
              Anchor.END,
              Ink.TEXT));
      for (int s = 0; s < rows.get(i).figures().size(); s++) {
        Figure figure = rows.get(i).figures().get(s);
        Key key = keys.isEmpty() ? new Key("", 0) : keys.get(s);
        double line = top + ROW_GAP / 2 + s * WHISKER;
        draw(shapes, axes, line + WHISKER / 2, figure, Ink.model(key.style()));
        spots.add(new Spot(0, line, WIDTH, WHISKER, text(rows.get(i), key, figure), s, i));
      }
    }
    shapes.addAll(Legend.of(keys, LEFT, below + BELOW));
    return new Plot(name, title, WIDTH, height, shapes, spots);
  }

  private static Span span(List<Row> rows) {
    double low = 0;
    double high = 0;
    for (Row row : rows) {
      for (Figure figure : row.figures()) {
        if (!Double.isNaN(figure.value())) {
          low = Math.min(low, Math.min(figure.low(), figure.value()));
          high = Math.max(high, Math.max(figure.high(), figure.value()));
        }
      }
    }
    double margin = high > low ? (high - low) / 20 : 1;
    return new Span(low < 0 ? low - margin : 0, high + margin, 1);
  }

  private static String text(Row row, Key key, Figure figure) {
    String name = key.name().isEmpty() ? row.name() : row.name() + ", " + key.name();
    return Double.isNaN(figure.value())
        ? name
        : String.format(
            Locale.ROOT,
            "%s: %.3f px [%.3f, %.3f]",
            name,
            figure.value(),
            figure.low(),
            figure.high());
  }

  private static void draw(List<Shape> shapes, Axes axes, double y, Figure figure, Ink ink) {
    if (Double.isNaN(figure.value())) {
      return;
    }
    shapes.add(
        new Shape.Path(
            List.of(
                new Point(axes.placeX(figure.low()), y), new Point(axes.placeX(figure.high()), y)),
            ink,
            2,
            0));
    shapes.add(new Shape.Ellipse(new Point(axes.placeX(figure.value()), y), 4, 4, 0, ink, 1));
  }
}
