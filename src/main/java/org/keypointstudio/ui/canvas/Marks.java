package org.keypointstudio.ui.canvas;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import org.keypointstudio.model.Visibility;

/**
 * Paints the marks of keypoints, the same everywhere: ground truth as discs, each model in its own
 * colour and shape. All have a dark edge, so that they are seen on any grey.
 *
 * <p>The colours are those of Okabe and Ito, told apart with any colour vision: <a
 * href="https://jfly.uni-koeln.de/color/">Color Universal Design</a>.
 */
public final class Marks {
  /** Ground truth. */
  public static final Color GROUND_TRUTH = Color.web("#1fd6a1");

  /** Lines between ground truth and prediction. */
  public static final Color ERROR = Color.web("#f0e442");

  /** What is suspicious about a label, and where it is suggested. */
  public static final Color SUSPICION = Color.web("#ffb000");

  /** The radius of a halo, in those of the mark. */
  private static final double HALO = 2.8;

  private static final Color EDGE = Color.rgb(0, 0, 0, 0.75);
  private static final Color SELECTION = Color.WHITE;
  private static final List<Color> MODELS =
      List.of(
          Color.web("#e69f00"),
          Color.web("#56b4e9"),
          Color.web("#cc79a7"),
          Color.web("#f0e442"),
          Color.web("#d55e00"));

  /** The shapes of the models' marks. */
  private enum Shape {
    CROSS,
    PLUS,
    DIAMOND
  }

  private final GraphicsContext graphics;
  private final double radius;

  /**
   * A painter.
   *
   * @param radius of a mark, in canvas pixels
   */
  public Marks(GraphicsContext graphics, double radius) {
    this.graphics = graphics;
    this.radius = radius;
  }

  /** The colour of a model's marks, wherever the model is shown. */
  public static Color modelColor(int styleIndex) {
    return MODELS.get(Math.floorMod(styleIndex, MODELS.size()));
  }

  /**
   * A labelled keypoint: a disc, half filled if it is occluded.
   *
   * @param x canvas coordinate
   * @param y canvas coordinate
   */
  public void groundTruth(double x, double y, Visibility visibility) {
    groundTruth(x, y, visibility, GROUND_TRUTH);
  }

  /**
   * A labelled keypoint in a colour of its own.
   *
   * @param x canvas coordinate
   * @param y canvas coordinate
   */
  public void groundTruth(double x, double y, Visibility visibility, Color color) {
    if (visibility == Visibility.OCCLUDED) {
      disc(x, y, radius, EDGE);
      graphics.setFill(color);
      graphics.fillArc(x - radius, y - radius, 2 * radius, 2 * radius, 90, 180, ArcType.CHORD);
      graphics.setStroke(color);
      graphics.setLineWidth(1.5);
      graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    } else {
      disc(x, y, radius + 1.2, EDGE);
      disc(x, y, radius, color);
    }
  }

  private void disc(double x, double y, double discRadius, Color color) {
    graphics.setFill(color);
    graphics.fillOval(x - discRadius, y - discRadius, 2 * discRadius, 2 * discRadius);
  }

  /** A ghost: a dashed ring, larger than any other mark, so that a model's mark is seen in it. */
  public void ghost(double x, double y) {
    double ringRadius = radius + 3;
    ring(x, y, ringRadius, EDGE, 3);
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.setLineDashes(4, 2.5);
    ring(x, y, ringRadius, GROUND_TRUTH, 2);
    graphics.setLineDashes();
  }

  /**
   * A halo about a suspicious keypoint.
   *
   * @param strength 0 to 1; the one in hand is the strongest
   */
  public void halo(double x, double y, double strength) {
    double haloRadius = HALO * radius;
    disc(x, y, haloRadius, SUSPICION.deriveColor(0, 1, 1, 0.25 * strength));
    ring(x, y, haloRadius, EDGE, 4);
    ring(x, y, haloRadius, SUSPICION.deriveColor(0, 1, 1, strength), 2.5);
  }

  /** Where a suspicious keypoint is suggested: a dashed ring in the colour of its halo. */
  public void suggestion(double x, double y) {
    double ringRadius = radius + 4;
    ring(x, y, ringRadius, EDGE, 4);
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.setLineDashes(5, 3);
    ring(x, y, ringRadius, SUSPICION, 2.5);
    graphics.setLineDashes();
    disc(x, y, 2.5, EDGE);
    disc(x, y, 1.5, SUSPICION);
  }

  /** An arrow from a suspicious keypoint to the ring about its suggested place. */
  public void arrow(double fromX, double fromY, double toX, double toY) {
    double length = Math.hypot(toX - fromX, toY - fromY);
    double shaft = length - (radius + 4);
    if (shaft <= radius + 2) {
      return;
    }
    double alongX = (toX - fromX) / length;
    double alongY = (toY - fromY) / length;
    double tipX = fromX + alongX * shaft;
    double tipY = fromY + alongY * shaft;
    graphics.setLineCap(StrokeLineCap.ROUND);
    arrow(fromX, fromY, tipX, tipY, alongX, alongY, EDGE, 5);
    arrow(fromX, fromY, tipX, tipY, alongX, alongY, SUSPICION, 2.5);
  }

  private void arrow(
      double fromX,
      double fromY,
      double tipX,
      double tipY,
      double alongX,
      double alongY,
      Color color,
      double width) {
    double barb = 8;
    graphics.setStroke(color);
    graphics.setLineWidth(width);
    graphics.strokeLine(fromX, fromY, tipX, tipY);
    for (int side : new int[] {-1, 1}) {
      graphics.strokeLine(
          tipX,
          tipY,
          tipX - barb * (0.87 * alongX - side * 0.5 * alongY),
          tipY - barb * (0.87 * alongY + side * 0.5 * alongX));
    }
  }

  /** The keypoint that is to be placed, on a reference face: larger and of another colour. */
  public void lit(double x, double y) {
    disc(x, y, radius + 2, EDGE);
    disc(x, y, radius, ERROR);
    selection(x, y);
  }

  /** The ring about the selected keypoint. */
  public void selection(double x, double y) {
    ring(x, y, radius + 4, EDGE, 4);
    ring(x, y, radius + 4, SELECTION, 2);
  }

  /** The ring about the keypoint under the mouse. */
  public void hover(double x, double y) {
    ring(x, y, radius + 3.5, EDGE, 3);
    ring(x, y, radius + 3.5, SELECTION.deriveColor(0, 1, 1, 0.8), 1);
  }

  private void ring(double x, double y, double ringRadius, Color color, double width) {
    graphics.setStroke(color);
    graphics.setLineWidth(width);
    graphics.strokeOval(x - ringRadius, y - ringRadius, 2 * ringRadius, 2 * ringRadius);
  }

  /** A model's keypoint. */
  public void prediction(double x, double y, int styleIndex) {
    Shape[] shapes = Shape.values();
    Shape shape = shapes[Math.floorMod(styleIndex, shapes.length)];
    graphics.setLineCap(StrokeLineCap.ROUND);
    stroke(shape, x, y, EDGE, 4);
    stroke(shape, x, y, modelColor(styleIndex), 2);
  }

  private void stroke(Shape shape, double x, double y, Color color, double width) {
    double arm = radius + 1;
    graphics.setStroke(color);
    graphics.setLineWidth(width);
    switch (shape) {
      case CROSS -> {
        double diagonal = arm * 0.8;
        graphics.strokeLine(x - diagonal, y - diagonal, x + diagonal, y + diagonal);
        graphics.strokeLine(x - diagonal, y + diagonal, x + diagonal, y - diagonal);
      }
      case PLUS -> {
        graphics.strokeLine(x - arm, y, x + arm, y);
        graphics.strokeLine(x, y - arm, x, y + arm);
      }
      case DIAMOND ->
          graphics.strokePolygon(
              new double[] {x - arm, x, x + arm, x}, new double[] {y, y - arm, y, y + arm}, 4);
    }
  }

  /** The line from a labelled keypoint to where a model sees it. */
  public void error(double fromX, double fromY, double toX, double toY) {
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.setStroke(EDGE);
    graphics.setLineWidth(3);
    graphics.strokeLine(fromX, fromY, toX, toY);
    graphics.setStroke(ERROR);
    graphics.setLineWidth(1.5);
    graphics.strokeLine(fromX, fromY, toX, toY);
  }
}
