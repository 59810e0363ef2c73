package org.keypointstudio.ui.chart;

import javafx.beans.binding.Bindings;
import javafx.scene.layout.FlowPane;

/** The names of a chart's curves; a click shows or hides one. */
public final class ChartLegend extends FlowPane {

  /** The legend of a chart. It has to be in the same scene, since it holds the curves' looks. */
  public ChartLegend(CurveChart chart) {
    super(4, 4);
    getStyleClass().add("chart-legend");
    Bindings.bindContent(getChildren(), chart.legendItems());
  }
}
