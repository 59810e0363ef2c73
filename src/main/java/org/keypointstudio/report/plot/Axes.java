package org.keypointstudio.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.keypointstudio.report.plot.Shape.Anchor;
import org.keypointstudio.report.plot.Shape.Point;

/**
 * The area of a plot in which values are drawn.
 *
 * @param left edge, in pixels of the plot
 * @param top edge
 * @param width in pixels
 * @param height in pixels
 * @param x values from left to right
 * @param y values from bottom to top
 */
record Axes(double left, double top, double width, double height, Span x, Span y) {
  private static final double[] ROUND_STEPS = {1, 2, 2.5, 5, 10};
  private static final int TICKS = 6;
  private static final double TEXT_SIZE = 12;

  /**
   * Values that an axis shows.
   *
   * @param factor by which a value is multiplied for its label; 100 for percentages
   */
  record Span(double from, double to, double factor) {

    static Span upTo(double largest) {
      return new Span(0, Double.isFinite(largest) && largest > 0 ? largest : 1, 1);
    }

    double share(double value) {
      return (value - from) / (to - from);
    }

    List<Double> ticks() {
      double rough = (to - from) / TICKS;
      double power = Math.pow(10, Math.floor(Math.log10(rough)));
      double step = rough;
      for (double round : ROUND_STEPS) {
        if (round * power >= rough) {
          step = round * power;
          break;
        }
      }
      List<Double> ticks = new ArrayList<>();
      for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
        ticks.add(i * step);
      }
      return ticks;
    }

    String label(double value) {
      String text = String.format(Locale.ROOT, "%.3f", value * factor);
      return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
  }

  Point at(double valueX, double valueY) {
    return new Point(placeX(valueX), placeY(valueY));
  }

  double placeX(double value) {
    return left + width * x.share(value);
  }

  double placeY(double value) {
    return top + height * (1 - y.share(value));
  }

  /** Vertical lines with numbers below, and what they are. */
  List<Shape> horizontalScale(String title) {
    List<Shape> shapes = new ArrayList<>();
    for (double tick : x.ticks()) {
      double place = placeX(tick);
      shapes.add(line(place, top, place, top + height, Ink.GRID));
      shapes.add(text(place, top + height + 18, x.label(tick), Anchor.MIDDLE, Ink.MUTED));
    }
    shapes.add(text(left + width / 2, top + height + 38, title, Anchor.MIDDLE, Ink.TEXT));
    return shapes;
  }

  /** Horizontal lines with numbers at the left, and what they are above. */
  List<Shape> verticalScale(String title) {
    List<Shape> shapes = new ArrayList<>();
    for (double tick : y.ticks()) {
      double place = placeY(tick);
      shapes.add(line(left, place, left + width, place, Ink.GRID));
      shapes.add(text(left - 8, place + 4, y.label(tick), Anchor.END, Ink.MUTED));
    }
    shapes.add(text(left, top - 10, title, Anchor.START, Ink.TEXT));
    return shapes;
  }

  static Shape line(double fromX, double fromY, double toX, double toY, Ink ink) {
    return new Shape.Path(List.of(new Point(fromX, fromY), new Point(toX, toY)), ink, 1, 0);
  }

  static Shape text(double x, double y, String text, Anchor anchor, Ink ink) {
    return new Shape.Text(new Point(x, y), text, anchor, TEXT_SIZE, false, ink);
  }
}
