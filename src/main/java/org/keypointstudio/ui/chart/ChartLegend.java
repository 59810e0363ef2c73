package org.keypointstudio.ui.chart;

import javafx.scene.layout.FlowPane;

/** The names of a chart's curves; a click shows or hides one. What is painted last comes first. */
public final class ChartLegend extends FlowPane {

  /** The legend of a chart. It has to be in the same scene, since it holds the curves' looks. */
  public ChartLegend(CurveChart chart) {
    super(4, 4);
    getStyleClass().add("chart-legend");
    chart.legendItems().subscribe(() -> getChildren().setAll(chart.legendItems().reversed()));
  }
}
