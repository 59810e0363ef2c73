package org.keypointstudio.ui.train;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.keypointstudio.ui.chart.ChartLegend;
import org.keypointstudio.ui.chart.CurveChart;
import org.keypointstudio.ui.chart.CurveSeries;

/** The error of a run as it falls, with earlier runs behind it. */
final class RunChart extends VBox {
  private final TrainViewModel viewModel;
  private final CurveChart chart = new CurveChart(Readings::pixels);
  private final ToggleSwitch logarithmic = new ToggleSwitch("Log scale");
  private final ToggleSwitch others = new ToggleSwitch("Other runs");
  private final ToggleButton inEpochs = new ToggleButton("Epochs");
  private final ToggleButton inSteps = new ToggleButton("Steps");
  private Optional<RunSeries> shown = Optional.empty();

  RunChart(TrainViewModel viewModel) {
    super(8);
    this.viewModel = viewModel;
    getStyleClass().add("run-chart");
    chart.verticalNameProperty().set("RMSE (px)");
    chart.logarithmicProperty().bind(logarithmic.selectedProperty());
    logarithmic.setTooltip(new Tooltip("Equal ratios take equal heights"));
    others.setTooltip(new Tooltip("Validation error of the other runs"));
    others.setSelected(true);
    others.selectedProperty().subscribe(this::rebuild);
    HBox axisChoice = axisChoice();
    ChartLegend legend = new ChartLegend(chart);
    HBox.setHgrow(legend, Priority.ALWAYS);
    legend.setMinWidth(0);
    HBox tools = new HBox(16, others, logarithmic, axisChoice);
    tools.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().setAll(tools, chart, legend);
  }

  private HBox axisChoice() {
    ToggleGroup group = new ToggleGroup();
    inEpochs.setToggleGroup(group);
    inSteps.setToggleGroup(group);
    inEpochs.getStyleClass().addAll(Styles.LEFT_PILL, Styles.SMALL);
    inSteps.getStyleClass().addAll(Styles.RIGHT_PILL, Styles.SMALL);
    inEpochs.setSelected(true);
    // One of the two stays chosen, whatever is clicked.
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null && before != null) {
                before.setSelected(true);
              }
              scaleHorizontally();
            });
    HBox choice = new HBox(inEpochs, inSteps);
    choice.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(choice, Priority.ALWAYS);
    return choice;
  }

  void show(TrainingRun run) {
    shown = Optional.of(new RunSeries(run));
    rebuild();
  }

  /** The run has come further. */
  void refresh() {
    shown.ifPresent(RunSeries::markBest);
    scaleHorizontally();
    chart.refresh();
  }

  void rebuild() {
    List<CurveSeries> behind =
        runsBehind().stream()
            .filter(run -> shown.filter(series -> series.belongsTo(run)).isEmpty())
            .map(RunSeries::earlier)
            .toList();
    chart
        .series()
        .setAll(
            Stream.concat(behind.stream(), shown.stream().flatMap(series -> series.all().stream()))
                .toList());
    refresh();
  }

  /** The runs that the person chose along with the shown one, or all others, or none. */
  private List<TrainingRun> runsBehind() {
    RunsViewModel runs = viewModel.runs();
    if (!runs.overlaid().isEmpty()) {
      return runs.overlaid();
    }
    return others.isSelected() ? runs.all() : List.of();
  }

  private void scaleHorizontally() {
    chart.horizontalNameProperty().set(inSteps.isSelected() ? "Step" : "Epoch");
    double factor = inSteps.isSelected() ? shown.map(RunSeries::batchesPerEpoch).orElse(1.0) : 1;
    chart.series().forEach(series -> series.horizontalFactorProperty().set(factor));
  }
}
