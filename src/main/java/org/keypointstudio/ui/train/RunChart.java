package org.keypointstudio.ui.train;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Scale;
import org.keypointstudio.ui.chart.ChartLegend;
import org.keypointstudio.ui.chart.CurveChart;
import org.keypointstudio.ui.chart.CurveSeries;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The error of a run as it falls, with earlier runs behind it. */
final class RunChart extends VBox {
  private static final double MARGIN = 16;

  private final TrainViewModel viewModel;
  private final CurveChart chart = new CurveChart(Readings::pixels);
  private final ToggleSwitch logarithmic = new ToggleSwitch("Log scale");
  private final ToggleSwitch others = new ToggleSwitch("Other runs");
  private final ToggleButton inEpochs = new ToggleButton("Epochs");
  private final ToggleButton inSteps = new ToggleButton("Steps");
  private final VBox painting;
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
    painting = new VBox(8, chart, new ChartLegend(chart));
    VBox.setVgrow(painting, Priority.ALWAYS);
    painting.getStyleClass().add("run-chart-painting");
    HBox tools = new HBox(16, others, logarithmic, axisChoice, zoomReset(), exports());
    tools.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().setAll(tools, painting);
  }

  private Button zoomReset() {
    Button reset = new Button(null, new FontIcon(MaterialDesignM.MAGNIFY_MINUS_OUTLINE));
    reset.setId("chart-show-all");
    reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    reset.setTooltip(
        new Tooltip(
            "Show all. Drag over the chart or turn the wheel to zoom, double-click for all"));
    reset.setAccessibleText("Show all of the chart");
    reset.setOnAction(_ -> chart.showAll());
    reset.disableProperty().bind(Bindings.not(chart.zoomed()));
    return reset;
  }

  private MenuButton exports() {
    MenuItem picture = new MenuItem("Picture (PNG)…");
    picture.setId("export-png");
    picture.setOnAction(_ -> exportPicture());
    MenuItem drawing = new MenuItem("Drawing (SVG)…");
    drawing.setId("export-svg");
    drawing.setOnAction(_ -> exportDrawing());
    MenuItem points = new MenuItem("Points (CSV)…");
    points.setId("export-csv");
    points.setOnAction(_ -> viewModel.export().points(viewModel.runs().chosen()));
    MenuButton menu =
        new MenuButton(
            null, new FontIcon(MaterialDesignE.EXPORT_VARIANT), picture, drawing, points);
    menu.setId("chart-export");
    menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
    menu.setTooltip(new Tooltip("Export the chart"));
    menu.setAccessibleText("Export the chart");
    return menu;
  }

  private void exportPicture() {
    viewModel
        .runs()
        .selectedProperty()
        .get()
        .ifPresent(run -> viewModel.export().picture(picture(), run.name()));
  }

  private void exportDrawing() {
    viewModel
        .runs()
        .selectedProperty()
        .get()
        .ifPresent(run -> viewModel.export().drawing(chart.svg(run.name(), ground()), run.name()));
  }

  private Paint ground() {
    return painting.getBackground().getFills().getFirst().getFill();
  }

  /** Chart and legend as they are on the screen, in the screen's own pixels, with a margin. */
  private Image picture() {
    double pixels = getScene().getWindow().getRenderScaleX();
    Bounds bounds = painting.getBoundsInParent();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(pixels, pixels));
    parameters.setFill(ground());
    parameters.setViewport(
        new Rectangle2D(
            pixels * (bounds.getMinX() - MARGIN),
            pixels * (bounds.getMinY() - MARGIN),
            pixels * (bounds.getWidth() + 2 * MARGIN),
            pixels * (bounds.getHeight() + 2 * MARGIN)));
    return painting.snapshot(parameters, null);
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
