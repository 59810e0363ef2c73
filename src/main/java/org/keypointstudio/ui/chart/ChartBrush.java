package org.keypointstudio.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * What charts are painted with: on a canvas of the window, or into a file. Lengths and places are
 * pixels of the chart, from its top left corner.
 */
interface ChartBrush {

  /** The look of the lines that follow: colour with opacity, width and dashes of this line. */
  void useLine(Line look);

  /** The look of the lines that follow: unbroken. */
  void useLine(Paint paint, double width);

  /** The look of the areas and texts that follow. */
  void useFill(Paint paint);

  /** The look of the texts that follow. */
  void useText(Paint paint, Font font, TextAlignment alignment, VPos baseline);

  /** A straight line. */
  void line(double fromX, double fromY, double toX, double toY);

  /** A line through the first places of these arrays. */
  void polyline(double[] xs, double[] ys, int count);

  /** A filled rectangle, whose corners are rounded by this diameter. */
  void rectangle(double left, double top, double width, double height, double rounding);

  /** A filled circle. */
  void disc(double centreX, double centreY, double radius);

  /** The edge of a circle. */
  void circle(double centreX, double centreY, double radius);

  /** A text on one line. */
  void text(String text, double x, double y);

  /** How high the whole chart is. */
  double height();
}
