package org.keypointstudio.report.plot;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.report.plot.Axes.Span;
import org.keypointstudio.report.plot.Shape.Point;

/** One line a series over two scales. */
public final class LineChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final double LEFT = 64;
  private static final double TOP = 40;
  private static final double RIGHT = 24;
  private static final double BELOW = 52;
  private static final double REACH = 8;

  private LineChart() {}

  /**
   * A line.
   *
   * @param key for the legend
   * @param points values, not places
   * @param texts what each point stands for, if a person can point at it; or empty
   */
  public record Series(Key key, List<Point> points, List<String> texts) {
    /** Copies the lists. */
    public Series {
      points = List.copyOf(points);
      texts = List.copyOf(texts);
    }
  }

  /**
   * What the scales say.
   *
   * @param x what goes to the right
   * @param y what goes up
   * @param largestX where the horizontal scale ends; it begins at 0
   * @param largestY where the vertical scale ends; it begins at 0
   * @param factor by which values are multiplied for the scales' labels: 100 for percentages
   */
  public record Scales(String x, String y, double largestX, double largestY, double factor) {}

  /**
   * Draws lines.
   *
   * @param marks values of the horizontal scale at which a vertical line stands
   * @param dots whether each point is marked
   */
  public static Plot of(
      String name,
      String title,
      Scales scales,
      List<Series> series,
      List<Double> marks,
      boolean dots) {
    double legend = Legend.height(series.size());
    Axes axes =
        new Axes(
            LEFT,
            TOP,
            WIDTH - LEFT - RIGHT,
            HEIGHT - TOP - BELOW,
            new Span(0, scales.largestX(), scales.factor()),
            new Span(0, scales.largestY(), scales.factor()));
    int height = (int) Math.ceil(HEIGHT + legend + 8);
    List<Shape> shapes = new ArrayList<>();
    List<Spot> spots = new ArrayList<>();
    shapes.add(new Shape.Box(0, 0, WIDTH, height, Ink.PAPER, 1));
    shapes.addAll(axes.horizontalScale(scales.x()));
    shapes.addAll(axes.verticalScale(scales.y()));
    for (double mark : marks) {
      double place = axes.placeX(mark);
      shapes.add(
          new Shape.Path(
              List.of(new Point(place, TOP), new Point(place, HEIGHT - BELOW)), Ink.MUTED, 1, 2));
    }
    for (int i = 0; i < series.size(); i++) {
      List<Point> places =
          series.get(i).points().stream().map(it -> axes.at(it.x(), it.y())).toList();
      Ink ink = Ink.model(series.get(i).key().style());
      shapes.add(new Shape.Path(places, ink, 2, series.get(i).key().style()));
      for (Point place : dots ? places : List.<Point>of()) {
        shapes.add(new Shape.Ellipse(place, 4, 4, 0, ink, 1));
      }
      for (int point = 0; point < series.get(i).texts().size(); point++) {
        String text = series.get(i).texts().get(point);
        spots.add(Spot.around(places.get(point), REACH, text, i, point));
      }
    }
    shapes.addAll(Legend.of(series.stream().map(Series::key).toList(), LEFT, HEIGHT));
    return new Plot(name, title, WIDTH, height, shapes, spots);
  }
}
