package org.keypointstudio.ui.chart;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.util.Subscription;

/**
 * A line chart on a canvas. It is painted at most once a frame and thins long curves out, so that a
 * hundred thousand points stay fluid while more arrive.
 */
public final class CurveChart extends Region {
  private static final double LEFT = 48;
  private static final double TOP = 28;
  private static final double RIGHT = 12;
  private static final double BOTTOM = 44;
  private static final double PIXELS_PER_VERTICAL_TICK = 48;
  private static final double PIXELS_PER_HORIZONTAL_TICK = 90;

  private final Canvas canvas = new Canvas();
  private final ChartStyle style = new ChartStyle(this::refresh);
  private final ChartReadout readout = new ChartReadout();
  private final ObservableList<CurveSeries> series = FXCollections.observableArrayList();
  private final ObservableList<ChartLegendItem> legendItems = FXCollections.observableArrayList();
  private final StringProperty horizontalName = new SimpleStringProperty("");
  private final StringProperty verticalName = new SimpleStringProperty("");
  private final BooleanProperty logarithmic = new SimpleBooleanProperty();
  private final DoubleFunction<String> valueText;
  private Subscription seriesSubscription = Subscription.EMPTY;
  private OptionalDouble hoverX = OptionalDouble.empty();

  /**
   * An empty chart.
   *
   * @param valueText how the readout writes a value of the vertical axis
   */
  public CurveChart(DoubleFunction<String> valueText) {
    this.valueText = valueText;
    getStyleClass().add("curve-chart");
    setMinSize(160, 120);
    canvas.setManaged(false);
    getChildren().setAll(style, canvas, readout);
    series.addListener((ListChangeListener<CurveSeries>) _ -> onSeriesReplaced());
    horizontalName.subscribe(this::refresh);
    verticalName.subscribe(this::refresh);
    logarithmic.subscribe(this::refresh);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(OptionalDouble.of(event.getX())));
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> hover(OptionalDouble.of(event.getX())));
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(OptionalDouble.empty()));
  }

  /** The curves, painted in this order. */
  public ObservableList<CurveSeries> series() {
    return series;
  }

  /** One switch a curve, to be put into a legend; they change with the series. */
  ObservableList<ChartLegendItem> legendItems() {
    return legendItems;
  }

  /** The name and unit of the horizontal axis. */
  public StringProperty horizontalNameProperty() {
    return horizontalName;
  }

  /** The name and unit of the vertical axis. */
  public StringProperty verticalNameProperty() {
    return verticalName;
  }

  /** Whether the vertical axis is logarithmic. */
  public BooleanProperty logarithmicProperty() {
    return logarithmic;
  }

  /** Paints anew with the next frame: to be called when points were added. */
  public void refresh() {
    requestLayout();
  }

  private void onSeriesReplaced() {
    seriesSubscription.unsubscribe();
    seriesSubscription = Subscription.EMPTY;
    Map<CurveSeries, ChartLegendItem> present =
        legendItems.stream().collect(Collectors.toMap(ChartLegendItem::series, item -> item));
    legendItems.setAll(
        series.stream().map(one -> present.getOrDefault(one, new ChartLegendItem(one))).toList());
    for (ChartLegendItem item : legendItems) {
      seriesSubscription =
          seriesSubscription
              .and(item.series().visibleProperty().subscribe(this::refresh))
              .and(item.series().horizontalFactorProperty().subscribe(this::refresh))
              .and(item.series().markProperty().subscribe(this::refresh))
              .and(item.look().strokeProperty().subscribe(this::refresh))
              .and(item.look().opacityProperty().subscribe(this::refresh));
    }
    refresh();
  }

  private void hover(OptionalDouble x) {
    hoverX = x;
    refresh();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 480;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 320;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    Rectangle2D bounds =
        new Rectangle2D(
            LEFT,
            TOP,
            Math.max(1, getWidth() - LEFT - RIGHT),
            Math.max(1, getHeight() - TOP - BOTTOM));
    List<ChartLegendItem> visible =
        legendItems.stream()
            .filter(item -> item.series().visibleProperty().get())
            .filter(item -> !item.series().curve().isEmpty())
            .toList();
    AxisScale scale = logarithmic.get() ? AxisScale.LOGARITHMIC : AxisScale.LINEAR;
    List<CurveSeries> shown = visible.stream().map(ChartLegendItem::series).toList();
    PlotArea area =
        new PlotArea(bounds, Extent.horizontal(shown), Extent.vertical(shown, scale), scale);
    ChartPainter painter = new ChartPainter(graphics, style, area);
    paint(painter, area, visible);
    paintHover(painter, area, visible);
  }

  private void paint(ChartPainter painter, PlotArea area, List<ChartLegendItem> visible) {
    painter.paintAxes(
        AxisScale.LINEAR.ticks(
            area.horizontal(), (int) (area.bounds().getWidth() / PIXELS_PER_HORIZONTAL_TICK)),
        area.verticalScale()
            .ticks(area.vertical(), (int) (area.bounds().getHeight() / PIXELS_PER_VERTICAL_TICK)),
        horizontalName.get(),
        verticalName.get());
    for (ChartLegendItem item : visible) {
      painter.paintCurve(item.series(), item.look());
    }
    for (ChartLegendItem item : visible) {
      item.series()
          .markProperty()
          .get()
          .ifPresent(mark -> painter.paintMark(item.series(), mark, item.look()));
    }
  }

  private void paintHover(ChartPainter painter, PlotArea area, List<ChartLegendItem> visible) {
    if (hoverX.isEmpty()
        || visible.isEmpty()
        || hoverX.getAsDouble() < area.bounds().getMinX()
        || hoverX.getAsDouble() > area.bounds().getMaxX()) {
      readout.hide();
      return;
    }
    double x = hoverX.getAsDouble();
    double value = area.valueAtX(x);
    painter.paintHover(x);
    readout.clear(horizontalName.get(), value);
    for (ChartLegendItem item : visible.reversed()) {
      CurveSeries one = item.series();
      int index = one.curve().nearest(value / one.horizontalFactorProperty().get());
      Line look = item.look();
      painter.paintHoverDot(one, index, look);
      readout.add(one.name(), look, valueText.apply(one.curve().y(index)));
    }
    readout.showBeside(x, area.bounds());
  }
}
