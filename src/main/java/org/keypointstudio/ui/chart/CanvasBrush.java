package org.keypointstudio.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Paints on a canvas.
 *
 * @param graphics of the canvas
 * @param height of the whole chart, of which the canvas may be a part
 */
record CanvasBrush(GraphicsContext graphics, double height) implements ChartBrush {

  /** A brush for a canvas as high as the chart. */
  CanvasBrush(GraphicsContext graphics) {
    this(graphics, graphics.getCanvas().getHeight());
  }

  /**
   * The opacity goes into the colour and not into the canvas' global alpha: the software renderer
   * keeps the old alpha where the colour stays the same.
   */
  static Paint withOpacity(Paint paint, double opacity) {
    return paint instanceof Color color ? color.deriveColor(0, 1, 1, opacity) : paint;
  }

  @Override
  public void useLine(Line look) {
    useLine(withOpacity(look.getStroke(), look.getOpacity()), look.getStrokeWidth());
    graphics.setLineDashes(
        look.getStrokeDashArray().stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public void useLine(Paint paint, double width) {
    graphics.setStroke(paint);
    graphics.setLineWidth(width);
    graphics.setLineDashes();
  }

  @Override
  public void useFill(Paint paint) {
    graphics.setFill(paint);
  }

  @Override
  public void useText(Paint paint, Font font, TextAlignment alignment, VPos baseline) {
    graphics.setFill(paint);
    graphics.setFont(font);
    graphics.setTextAlign(alignment);
    graphics.setTextBaseline(baseline);
  }

  @Override
  public void line(double fromX, double fromY, double toX, double toY) {
    graphics.strokeLine(fromX, fromY, toX, toY);
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count) {
    graphics.strokePolyline(xs, ys, count);
  }

  @Override
  public void rectangle(double left, double top, double width, double height, double rounding) {
    if (rounding > 0) {
      graphics.fillRoundRect(left, top, width, height, rounding, rounding);
    } else {
      graphics.fillRect(left, top, width, height);
    }
  }

  @Override
  public void disc(double centreX, double centreY, double radius) {
    graphics.fillOval(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void circle(double centreX, double centreY, double radius) {
    graphics.strokeOval(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void text(String text, double x, double y) {
    graphics.fillText(text, x, y);
  }
}
