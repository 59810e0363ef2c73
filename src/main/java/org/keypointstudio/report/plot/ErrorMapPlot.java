package org.keypointstudio.report.plot;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.evaluation.comparison.KeypointSpread;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.report.plot.Shape.Anchor;
import org.keypointstudio.report.plot.Shape.Point;

/**
 * The mean face with, for each keypoint, where a model's predictions fall: an ellipse of two
 * standard deviations around the bias, and a line from the label to it.
 */
public final class ErrorMapPlot {
  private static final int SIZE = 420;
  private static final double TOP = 40;
  private static final double MARGIN = 0.25;
  private static final double DEVIATIONS = 2;
  private static final double REACH = 12;
  private static final int LONGEST_NAME = 48;

  private ErrorMapPlot() {}

  /**
   * Draws the map of a model.
   *
   * @param model its position
   * @param key its name and colour
   */
  public static Plot of(KeypointSchema schema, int model, Key key, List<KeypointSpread> spreads) {
    List<KeypointSpread> seen = spreads.stream().filter(spread -> spread.faces() > 0).toList();
    View view = View.of(seen);
    int height = (int) Math.ceil(view.height() + TOP + 36);
    List<Shape> shapes = new ArrayList<>();
    List<Spot> spots = new ArrayList<>();
    shapes.add(new Shape.Box(0, 0, SIZE, height, Ink.PAPER, 1));
    shapes.add(
        new Shape.Text(
            new Point(16, 24),
            Legend.shortened(key.name(), LONGEST_NAME),
            Anchor.START,
            13,
            true,
            Ink.TEXT));
    for (IndexPair line : schema.skeleton()) {
      KeypointSpread from = spreads.get(line.first());
      KeypointSpread to = spreads.get(line.second());
      if (from.faces() > 0 && to.faces() > 0) {
        shapes.add(
            new Shape.Path(
                List.of(view.at(from.x(), from.y()), view.at(to.x(), to.y())), Ink.GRID, 1, 0));
      }
    }
    for (KeypointSpread spread : seen) {
      Point label = view.at(spread.x(), spread.y());
      Point mean = view.at(spread.x() + spread.biasX(), spread.y() + spread.biasY());
      shapes.add(ellipse(spread, mean, view.scale(), Ink.model(key.style())));
      shapes.add(new Shape.Path(List.of(label, mean), Ink.model(key.style()), 2, 0));
      shapes.add(new Shape.Ellipse(label, 3, 3, 0, Ink.TRUTH, 1));
      String name = schema.displayName(spread.keypoint());
      spots.add(Spot.around(label, REACH, name, model, spread.keypoint()));
    }
    shapes.add(
        Axes.text(
            16,
            height - 14,
            "Ellipses of 2 standard deviations around the mean error",
            Anchor.START,
            Ink.MUTED));
    return new Plot(
        "error_map_" + (model + 1),
        "Where the predictions of " + key.name() + " fall on the mean face",
        SIZE,
        height,
        shapes,
        spots);
  }

  private static Shape ellipse(KeypointSpread spread, Point centre, double scale, Ink ink) {
    double mean = (spread.varianceX() + spread.varianceY()) / 2;
    double half = (spread.varianceX() - spread.varianceY()) / 2;
    double distance = Math.hypot(half, spread.covariance());
    double angle = Math.toDegrees(Math.atan2(spread.covariance(), half)) / 2;
    double larger = Math.sqrt(mean + distance);
    double smaller = mean > distance ? Math.sqrt(mean - distance) : 0;
    return new Shape.Ellipse(
        centre, DEVIATIONS * scale * larger, DEVIATIONS * scale * smaller, angle, ink, 0.3);
  }

  /** From the mean face to the plot. */
  private record View(double left, double top, double scale, double height) {
    static View of(List<KeypointSpread> seen) {
      if (seen.isEmpty()) {
        return new View(0, 0, SIZE, SIZE);
      }
      double fromX = Double.POSITIVE_INFINITY;
      double toX = Double.NEGATIVE_INFINITY;
      double fromY = Double.POSITIVE_INFINITY;
      double toY = Double.NEGATIVE_INFINITY;
      for (KeypointSpread spread : seen) {
        double acrossX = Math.max(MARGIN, reach(spread.biasX(), spread.varianceX()));
        double acrossY = Math.max(MARGIN, reach(spread.biasY(), spread.varianceY()));
        fromX = Math.min(fromX, spread.x() - acrossX);
        toX = Math.max(toX, spread.x() + acrossX);
        fromY = Math.min(fromY, spread.y() - acrossY);
        toY = Math.max(toY, spread.y() + acrossY);
      }
      double scale = SIZE / Math.max(toX - fromX, toY - fromY);
      double left = fromX - (SIZE / scale - (toX - fromX)) / 2;
      return new View(left, fromY, scale, (toY - fromY) * scale);
    }

    /** How far an ellipse reaches from the label: its half extent along an axis, and the bias. */
    private static double reach(double bias, double variance) {
      return Math.abs(bias) + DEVIATIONS * Math.sqrt(variance);
    }

    Point at(double x, double y) {
      return new Point((x - left) * scale, TOP + (y - top) * scale);
    }
  }
}
