package org.keypointstudio.ui.chart;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Paints axes and curves on a canvas. */
final class ChartPainter {
  static final double DOT_RADIUS = 2.5;
  private static final double MARK_RADIUS = 5;
  private static final double LABEL_GAP = 6;
  private static final double LABEL_HEIGHT = 18;
  private static final double MOST_DOTS_PER_PIXEL = 0.1;

  private final GraphicsContext graphics;
  private final ChartStyle style;
  private final PlotArea area;
  private final Rectangle2D bounds;

  ChartPainter(GraphicsContext graphics, ChartStyle style, PlotArea area) {
    this.graphics = graphics;
    this.style = style;
    this.area = area;
    this.bounds = area.bounds();
  }

  void paintAxes(
      List<Tick> horizontal, List<Tick> vertical, String horizontalName, String verticalName) {
    useLine(style.grid());
    for (Tick tick : vertical) {
      double y = crisp(area.toY(tick.value()));
      graphics.strokeLine(bounds.getMinX(), y, bounds.getMaxX(), y);
    }
    useLine(style.axis());
    double base = crisp(bounds.getMaxY());
    graphics.strokeLine(bounds.getMinX(), base, bounds.getMaxX(), base);
    useText(style.tickLabel(), TextAlignment.RIGHT, VPos.CENTER);
    for (Tick tick : vertical) {
      graphics.fillText(tick.label(), bounds.getMinX() - LABEL_GAP, area.toY(tick.value()));
    }
    useText(style.tickLabel(), TextAlignment.CENTER, VPos.TOP);
    for (Tick tick : horizontal) {
      graphics.fillText(tick.label(), area.toX(tick.value()), bounds.getMaxY() + LABEL_GAP);
    }
    useText(style.axisLabel(), TextAlignment.RIGHT, VPos.BOTTOM);
    graphics.fillText(horizontalName, bounds.getMaxX(), graphics.getCanvas().getHeight());
    useText(style.axisLabel(), TextAlignment.LEFT, VPos.TOP);
    graphics.fillText(verticalName, 0, 0);
  }

  void paintCurve(CurveSeries series, Line look) {
    VisiblePart part = VisiblePart.of(series, area);
    if (part.size() == 0) {
      return;
    }
    if (series.role() == CurveSeries.Role.DETAIL && part.isDense()) {
      fillColumns(part, look);
    } else {
      strokeLine(part, look);
    }
    if (series.role() == CurveSeries.Role.POINTS
        && part.size() < Math.max(2, MOST_DOTS_PER_PIXEL * part.width())) {
      graphics.setFill(look.getStroke());
      for (int i = part.start(); i < part.end(); i++) {
        fillDot(part.x(i), part.y(i), DOT_RADIUS);
      }
    }
  }

  private void strokeLine(VisiblePart part, Line look) {
    useLine(look);
    Polyline line = part.line();
    graphics.strokePolyline(line.xs(), line.ys(), line.size());
  }

  /**
   * Fills each column from its lowest to its highest value, with the step from the column before.
   * Where lines lie this close it looks the same as stroking them, and takes a tenth of the time.
   */
  private void fillColumns(VisiblePart part, Line look) {
    graphics.setFill(withOpacity(look.getStroke(), look.getOpacity()));
    Curve curve = part.curve();
    part.forEachColumn(
        (left, first, behind) -> {
          int before = Math.max(part.start(), first - 1);
          double top = area.toY(curve.highest(before, behind));
          double bottom = area.toY(curve.lowest(before, behind));
          graphics.fillRect(left, top, 1, Math.max(1, bottom - top));
        });
  }

  /**
   * Points one point of a curve out: a ring, and its label above it to the right, where a curve
   * that falls leaves room.
   */
  void paintMark(CurveSeries series, CurveSeries.Mark mark, Line look) {
    if (mark.index() >= series.curve().size()) {
      return;
    }
    double x = area.toX(series.axisX(mark.index()));
    double y = area.toY(series.curve().y(mark.index()));
    if (x < bounds.getMinX() || x > bounds.getMaxX()) {
      return;
    }
    graphics.setLineDashes();
    graphics.setStroke(look.getStroke());
    graphics.setLineWidth(2);
    graphics.strokeOval(x - MARK_RADIUS, y - MARK_RADIUS, 2 * MARK_RADIUS, 2 * MARK_RADIUS);
    double width = widthOf(mark.label());
    double left = Math.clamp(x - MARK_RADIUS, bounds.getMinX(), bounds.getMaxX() - width);
    boolean roomAbove = y - LABEL_HEIGHT - 2 * MARK_RADIUS > bounds.getMinY();
    double top =
        roomAbove ? y - MARK_RADIUS - LABEL_GAP - LABEL_HEIGHT : y + MARK_RADIUS + LABEL_GAP;
    graphics.setFill(withOpacity(style.plate().getFill(), style.plate().getOpacity()));
    graphics.fillRoundRect(left - 4, top, width + 8, LABEL_HEIGHT, 6, 6);
    useText(style.markLabel(), TextAlignment.LEFT, VPos.CENTER);
    graphics.fillText(mark.label(), left, top + LABEL_HEIGHT / 2);
  }

  private double widthOf(String label) {
    Text measured = new Text(label);
    measured.setFont(style.markLabel().getFont());
    return measured.getLayoutBounds().getWidth();
  }

  /** Shows which values the readout tells: a vertical line and a dot on each curve. */
  void paintHover(double x) {
    useLine(style.hover());
    graphics.strokeLine(crisp(x), bounds.getMinY(), crisp(x), bounds.getMaxY());
  }

  void paintHoverDot(CurveSeries series, int index, Line look) {
    double x = area.toX(series.axisX(index));
    double y = area.toY(series.curve().y(index));
    if (bounds.contains(x, y)) {
      graphics.setFill(look.getStroke());
      fillDot(x, y, DOT_RADIUS + 1);
    }
  }

  /** Shows which part will be zoomed to. */
  void paintBand(double from, double to) {
    Rectangle band = style.band();
    graphics.setFill(withOpacity(band.getFill(), band.getOpacity()));
    graphics.fillRect(
        Math.min(from, to), bounds.getMinY(), Math.abs(to - from), bounds.getHeight());
  }

  private void fillDot(double x, double y, double radius) {
    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private void useLine(Line look) {
    graphics.setStroke(withOpacity(look.getStroke(), look.getOpacity()));
    graphics.setLineWidth(look.getStrokeWidth());
    graphics.setLineDashes(
        look.getStrokeDashArray().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * The opacity goes into the colour and not into the canvas' global alpha: the software renderer
   * keeps the old alpha where the colour stays the same.
   */
  private static Paint withOpacity(Paint paint, double opacity) {
    return paint instanceof Color color ? color.deriveColor(0, 1, 1, opacity) : paint;
  }

  private void useText(Text look, TextAlignment alignment, VPos baseline) {
    graphics.setFill(look.getFill());
    graphics.setFont(look.getFont());
    graphics.setTextAlign(alignment);
    graphics.setTextBaseline(baseline);
  }

  /** The middle of the pixel, so that a thin line is not smeared over two. */
  private static double crisp(double position) {
    return Math.floor(position) + 0.5;
  }
}
