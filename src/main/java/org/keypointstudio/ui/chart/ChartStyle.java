package org.keypointstudio.ui.chart;

import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * The looks of what is painted besides the curves. They are nodes that are never seen, so that the
 * style sheets of the theme reach the canvas.
 */
final class ChartStyle extends Group {
  private final Line grid = new Line();
  private final Line axis = new Line();
  private final Line hover = new Line();
  private final Text tickLabel = new Text();
  private final Text axisLabel = new Text();
  private final Text markLabel = new Text();
  private final Rectangle plate = new Rectangle();
  private final Rectangle band = new Rectangle();

  ChartStyle(Runnable onChange) {
    setManaged(false);
    setMouseTransparent(true);
    setOpacity(0);
    grid.getStyleClass().add("chart-grid-line");
    axis.getStyleClass().add("chart-axis-line");
    hover.getStyleClass().add("chart-hover-line");
    tickLabel.getStyleClass().add("chart-tick-label");
    axisLabel.getStyleClass().add("chart-axis-label");
    markLabel.getStyleClass().add("chart-mark-label");
    plate.getStyleClass().add("chart-mark-plate");
    band.getStyleClass().add("chart-band");
    plate.fillProperty().subscribe(onChange);
    getChildren().setAll(grid, axis, hover, tickLabel, axisLabel, markLabel, plate, band);
    for (Line line : new Line[] {grid, axis, hover}) {
      line.strokeProperty().subscribe(onChange);
    }
    for (Text text : new Text[] {tickLabel, axisLabel, markLabel}) {
      text.fillProperty().subscribe(onChange);
      text.fontProperty().subscribe(onChange);
    }
  }

  Line grid() {
    return grid;
  }

  Line axis() {
    return axis;
  }

  Line hover() {
    return hover;
  }

  Text tickLabel() {
    return tickLabel;
  }

  Text axisLabel() {
    return axisLabel;
  }

  Text markLabel() {
    return markLabel;
  }

  /** What covers the part that is chosen to be zoomed to. */
  Rectangle band() {
    return band;
  }

  /** What lies behind a mark's label. */
  Rectangle plate() {
    return plate;
  }
}
