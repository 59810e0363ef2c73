package org.keypointstudio.ui.chart;

import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.shape.Line;

/** The values of all curves at the place that the mouse points at. */
final class ChartReadout extends GridPane {
  private static final double DISTANCE = 12;
  private static final double SAMPLE_LENGTH = 12;

  private int rows;

  ChartReadout() {
    getStyleClass().add("chart-readout");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  void clear(String horizontalName, double value) {
    getChildren().clear();
    Label place = new Label(String.format(Locale.ROOT, "%s %,.1f", horizontalName, value));
    place.getStyleClass().add("chart-readout-title");
    add(place, 0, 0, 3, 1);
    rows = 1;
  }

  void add(String name, Line look, String value) {
    Line sample = new Line(0, 0, SAMPLE_LENGTH, 0);
    sample.setStroke(look.getStroke());
    sample.setStrokeWidth(look.getStrokeWidth());
    sample.setOpacity(look.getOpacity());
    sample.getStrokeDashArray().setAll(look.getStrokeDashArray());
    Label number = new Label(value);
    GridPane.setHalignment(number, HPos.RIGHT);
    addRow(rows, sample, new Label(name), number);
    rows++;
  }

  /** Shows the values right of a place in the plot, or left of it where there is no room. */
  void showBeside(double x, Rectangle2D plot) {
    setVisible(true);
    applyCss();
    double width = prefWidth(-1);
    double height = prefHeight(-1);
    boolean roomAtRight = x + DISTANCE + width <= plot.getMaxX();
    double left = roomAtRight ? x + DISTANCE : Math.max(0, x - DISTANCE - width);
    resizeRelocate(left, plot.getMinY() + DISTANCE, width, height);
  }

  void hide() {
    setVisible(false);
  }
}
