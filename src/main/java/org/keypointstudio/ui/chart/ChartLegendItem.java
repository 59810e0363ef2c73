package org.keypointstudio.ui.chart;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Line;

/** A sample of one curve with its name, which switches the curve on and off. */
final class ChartLegendItem extends ToggleButton {
  private static final double SAMPLE_LENGTH = 18;

  private final CurveSeries series;
  private final Line look = new Line(0, 0, SAMPLE_LENGTH, 0);

  ChartLegendItem(CurveSeries series) {
    super(series.name());
    this.series = series;
    look.getStyleClass().addAll(series.styleClasses());
    series.color().ifPresent(look::setStroke);
    getStyleClass().setAll("chart-legend-item");
    setGraphic(look);
    setTooltip(new Tooltip("Show or hide " + series.name()));
    selectedProperty().bindBidirectional(series.visibleProperty());
  }

  CurveSeries series() {
    return series;
  }

  /** The line that the chart paints the curve with: what the style sheets made of it. */
  Line look() {
    return look;
  }
}
