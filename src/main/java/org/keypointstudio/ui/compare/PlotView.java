package org.keypointstudio.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.keypointstudio.report.plot.Ink;
import org.keypointstudio.report.plot.Plot;
import org.keypointstudio.report.plot.Shape;
import org.keypointstudio.report.plot.Spot;
import org.keypointstudio.report.plot.SvgText;

/** A plot in the window: the one that is exported, in the theme's colours, to be clicked on. */
final class PlotView extends Region {
  private static final double DARK = 0.5;

  private final Plot plot;
  private final Canvas canvas = new Canvas();
  private final Rectangle paper = new Rectangle();
  private final Tooltip tooltip = new Tooltip();
  private double scale = 1;

  /**
   * Shows a plot.
   *
   * @param onSpot hears on which part a person clicked
   */
  PlotView(Plot plot, Consumer<Spot> onSpot) {
    this.plot = plot;
    getStyleClass().add("plot-view");
    setAccessibleText(plot.title());
    setId("plot-" + plot.name().replace('_', '-'));
    // A node that is never seen, so that the style sheets of the theme reach the canvas.
    paper.getStyleClass().add("plot-paper");
    paper.setManaged(false);
    paper.setVisible(false);
    getChildren().setAll(paper, canvas);
    setMinWidth(0);
    setPrefSize(plot.width(), plot.height());
    setMaxWidth(plot.width());
    paper.fillProperty().subscribe(_ -> paint());
    setOnMouseMoved(this::point);
    setOnMouseExited(_ -> Tooltip.uninstall(this, tooltip));
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            spotAt(event).ifPresent(onSpot);
          }
        });
  }

  private Optional<Spot> spotAt(MouseEvent event) {
    return plot.spotAt(event.getX() / scale, event.getY() / scale);
  }

  private void point(MouseEvent event) {
    Optional<Spot> spot = spotAt(event);
    setCursor(spot.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    if (spot.isPresent()) {
      tooltip.setText(spot.get().text());
      Tooltip.install(this, tooltip);
    } else {
      Tooltip.uninstall(this, tooltip);
    }
  }

  /** Where the middle of a spot is in this view, for those who click without a mouse. */
  Point2D middleOf(Spot spot) {
    return new Point2D(
        (spot.x() + spot.width() / 2) * scale, (spot.y() + spot.height() / 2) * scale);
  }

  /** What a person can point at. */
  List<Spot> spots() {
    return plot.spots();
  }

  @Override
  protected double computePrefHeight(double width) {
    double available = width < 0 ? plot.width() : Math.min(width, plot.width());
    return Math.ceil(plot.height() * available / plot.width());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    scale = Math.min(1, getWidth() / plot.width());
    canvas.setWidth(Math.max(1, Math.floor(plot.width() * scale)));
    canvas.setHeight(Math.max(1, Math.floor(plot.height() * scale)));
    paint();
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.save();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    graphics.scale(scale, scale);
    plot.shapes().forEach(shape -> paint(graphics, shape));
    graphics.restore();
  }

  private Color color(Ink ink) {
    boolean dark = paper.getFill() instanceof Color fill && fill.getBrightness() < DARK;
    if (ink.equals(Ink.PAPER)) {
      return Color.TRANSPARENT;
    }
    return Color.web(dark ? ink.dark() : ink.light());
  }

  private void paint(GraphicsContext graphics, Shape shape) {
    switch (shape) {
      case Shape.Path path -> paint(graphics, path);
      case Shape.Box box -> {
        graphics.setGlobalAlpha(box.opacity());
        graphics.setFill(color(box.ink()));
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        graphics.setGlobalAlpha(1);
      }
      case Shape.Ellipse ellipse -> {
        graphics.save();
        graphics.setGlobalAlpha(ellipse.opacity());
        graphics.setFill(color(ellipse.ink()));
        graphics.translate(ellipse.centre().x(), ellipse.centre().y());
        graphics.rotate(ellipse.degrees());
        graphics.fillOval(
            -ellipse.horizontalRadius(),
            -ellipse.verticalRadius(),
            2 * ellipse.horizontalRadius(),
            2 * ellipse.verticalRadius());
        graphics.restore();
      }
      case Shape.Text text -> paint(graphics, text);
    }
  }

  private void paint(GraphicsContext graphics, Shape.Path path) {
    graphics.setStroke(color(path.ink()));
    graphics.setLineWidth(path.width());
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.setLineDashes(SvgText.dashLengths(path.dashes()));
    graphics.strokePolyline(
        path.points().stream().mapToDouble(Shape.Point::x).toArray(),
        path.points().stream().mapToDouble(Shape.Point::y).toArray(),
        path.points().size());
    graphics.setLineDashes();
  }

  private void paint(GraphicsContext graphics, Shape.Text text) {
    graphics.setFont(Font.font(text.bold() ? "Inter SemiBold" : "Inter", text.size()));
    graphics.setFill(color(text.ink()));
    graphics.setTextBaseline(VPos.BASELINE);
    graphics.setTextAlign(
        switch (text.anchor()) {
          case START -> TextAlignment.LEFT;
          case MIDDLE -> TextAlignment.CENTER;
          case END -> TextAlignment.RIGHT;
        });
    graphics.fillText(text.text(), text.place().x(), text.place().y());
  }
}
