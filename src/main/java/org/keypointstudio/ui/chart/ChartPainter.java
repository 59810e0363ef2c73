package org.keypointstudio.ui.chart;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Paints axes and curves. */
final class ChartPainter {
  static final double DOT_RADIUS = 2.5;
  private static final double MARK_RADIUS = 5;
  private static final double LABEL_GAP = 6;
  private static final double SAMPLE_LENGTH = 18;
  private static final double LABEL_HEIGHT = 18;
  private static final double MOST_DOTS_PER_PIXEL = 0.1;

  private final ChartBrush brush;
  private final ChartStyle style;
  private final PlotArea area;
  private final Rectangle2D bounds;

  ChartPainter(ChartBrush brush, ChartStyle style, PlotArea area) {
    this.brush = brush;
    this.style = style;
    this.area = area;
    this.bounds = area.bounds();
  }

  void paintAxes(
      List<Tick> horizontal, List<Tick> vertical, String horizontalName, String verticalName) {
    brush.useLine(style.grid());
    for (Tick tick : vertical) {
      double y = crisp(area.toY(tick.value()));
      brush.line(bounds.getMinX(), y, bounds.getMaxX(), y);
    }
    brush.useLine(style.axis());
    double base = crisp(bounds.getMaxY());
    brush.line(bounds.getMinX(), base, bounds.getMaxX(), base);
    useText(style.tickLabel(), TextAlignment.RIGHT, VPos.CENTER);
    for (Tick tick : vertical) {
      brush.text(tick.label(), bounds.getMinX() - LABEL_GAP, area.toY(tick.value()));
    }
    useText(style.tickLabel(), TextAlignment.CENTER, VPos.TOP);
    for (Tick tick : horizontal) {
      brush.text(tick.label(), area.toX(tick.value()), bounds.getMaxY() + LABEL_GAP);
    }
    useText(style.axisLabel(), TextAlignment.RIGHT, VPos.BOTTOM);
    brush.text(horizontalName, bounds.getMaxX(), brush.height());
    useText(style.axisLabel(), TextAlignment.LEFT, VPos.TOP);
    brush.text(verticalName, 0, 0);
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
      brush.useFill(look.getStroke());
      for (int i = part.start(); i < part.end(); i++) {
        brush.disc(part.x(i), part.y(i), DOT_RADIUS);
      }
    }
  }

  private void strokeLine(VisiblePart part, Line look) {
    brush.useLine(look);
    Polyline line = part.line();
    brush.polyline(line.xs(), line.ys(), line.size());
  }

  /**
   * Fills each column from its lowest to its highest value, with the step from the column before.
   * Where lines lie this close it looks the same as stroking them, and takes a tenth of the time.
   */
  private void fillColumns(VisiblePart part, Line look) {
    brush.useFill(CanvasBrush.withOpacity(look.getStroke(), look.getOpacity()));
    Curve curve = part.curve();
    part.forEachColumn(
        (left, first, behind) -> {
          int before = Math.max(part.start(), first - 1);
          double top = area.toY(curve.highest(before, behind));
          double bottom = area.toY(curve.lowest(before, behind));
          brush.rectangle(left, top, 1, Math.max(1, bottom - top), 0);
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
    brush.useLine(look.getStroke(), 2);
    brush.circle(x, y, MARK_RADIUS);
    double width = widthOf(mark.label());
    double left = Math.clamp(x - MARK_RADIUS, bounds.getMinX(), bounds.getMaxX() - width);
    boolean roomAbove = y - LABEL_HEIGHT - 2 * MARK_RADIUS > bounds.getMinY();
    double top =
        roomAbove ? y - MARK_RADIUS - LABEL_GAP - LABEL_HEIGHT : y + MARK_RADIUS + LABEL_GAP;
    brush.useFill(CanvasBrush.withOpacity(style.plate().getFill(), style.plate().getOpacity()));
    brush.rectangle(left - 4, top, width + 8, LABEL_HEIGHT, 6);
    useText(style.markLabel(), TextAlignment.LEFT, VPos.CENTER);
    brush.text(mark.label(), left, top + LABEL_HEIGHT / 2);
  }

  private double widthOf(String label) {
    Text measured = new Text(label);
    measured.setFont(style.markLabel().getFont());
    return measured.getLayoutBounds().getWidth();
  }

  /** Shows which values the readout tells: a vertical line and a dot on each curve. */
  void paintHover(double x) {
    brush.useLine(style.hover());
    brush.line(crisp(x), bounds.getMinY(), crisp(x), bounds.getMaxY());
  }

  void paintHoverDot(CurveSeries series, int index, Line look) {
    double x = area.toX(series.axisX(index));
    double y = area.toY(series.curve().y(index));
    if (bounds.contains(x, y)) {
      brush.useFill(look.getStroke());
      brush.disc(x, y, DOT_RADIUS + 1);
    }
  }

  /** A line of a legend: a sample of a curve and its name. */
  void paintLegendLine(String name, Line look, double y) {
    brush.useLine(look);
    brush.line(bounds.getMinX(), y, bounds.getMinX() + SAMPLE_LENGTH, y);
    useText(style.axisLabel(), TextAlignment.LEFT, VPos.CENTER);
    brush.text(name, bounds.getMinX() + SAMPLE_LENGTH + LABEL_GAP, y);
  }

  /** Shows which part will be zoomed to. */
  void paintBand(double from, double to) {
    Rectangle band = style.band();
    brush.useFill(CanvasBrush.withOpacity(band.getFill(), band.getOpacity()));
    brush.rectangle(
        Math.min(from, to), bounds.getMinY(), Math.abs(to - from), bounds.getHeight(), 0);
  }

  private void useText(Text look, TextAlignment alignment, VPos baseline) {
    brush.useText(look.getFill(), look.getFont(), alignment, baseline);
  }

  /** The middle of the pixel, so that a thin line is not smeared over two. */
  private static double crisp(double position) {
    return Math.floor(position) + 0.5;
  }
}
