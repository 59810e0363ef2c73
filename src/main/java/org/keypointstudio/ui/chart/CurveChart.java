package org.keypointstudio.ui.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.util.Subscription;

/**
 * A line chart on a canvas. It is painted at most once a frame and thins long curves out, so that a
 * hundred thousand points stay fluid while more arrive. The wheel zooms the horizontal axis at the
 * mouse, dragging chooses the part to zoom to, and a double click shows everything again.
 */
public final class CurveChart extends Region implements VectorChart {
  private static final double LEFT = 48;
  private static final double TOP = 28;
  private static final double RIGHT = 12;
  private static final double BOTTOM = 44;
  private static final double PIXELS_PER_VERTICAL_TICK = 48;
  private static final double PIXELS_PER_HORIZONTAL_TICK = 90;
  private static final double LEGEND_LINE = 18;

  private final Canvas axes = new Canvas();

  /** As large as the plot, since its edges cut the curves off cheaper than a clip would. */
  private final Canvas curves = new Canvas();

  private final Canvas pointer = new Canvas();
  private final ChartStyle style = new ChartStyle(this::refresh);
  private final ChartReadout readout = new ChartReadout();
  private final ObservableList<CurveSeries> series = FXCollections.observableArrayList();
  private final ObservableList<ChartLegendItem> legendItems = FXCollections.observableArrayList();
  private final StringProperty horizontalName = new SimpleStringProperty("");
  private final StringProperty verticalName = new SimpleStringProperty("");
  private final BooleanProperty logarithmic = new SimpleBooleanProperty();
  private final ZoomRange zoom = new ZoomRange();
  private final ChartMouse mouse = new ChartMouse(zoom, this::requestLayout);
  private final DoubleFunction<String> valueText;
  private Subscription seriesSubscription = Subscription.EMPTY;
  private Optional<PlotArea> painted = Optional.empty();

  /**
   * An empty chart.
   *
   * @param valueText how the readout writes a value of the vertical axis
   */
  public CurveChart(DoubleFunction<String> valueText) {
    this.valueText = valueText;
    getStyleClass().add("curve-chart");
    setMinSize(160, 120);
    for (Canvas layer : List.of(axes, curves, pointer)) {
      layer.setManaged(false);
    }
    getChildren().setAll(style, axes, curves, pointer, readout);
    series.addListener((ListChangeListener<CurveSeries>) _ -> onSeriesReplaced());
    horizontalName.subscribe(
        _ -> {
          // Another unit: the chosen range means nothing any more.
          zoom.reset();
          refresh();
        });
    verticalName.subscribe(this::refresh);
    logarithmic.subscribe(this::refresh);
    zoom.chosenProperty().subscribe(this::refresh);
    mouse.listenTo(this);
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

  /** Whether only a part of the horizontal axis is shown. */
  public ObservableBooleanValue zoomed() {
    return Bindings.createBooleanBinding(zoom::isZoomed, zoom.chosenProperty());
  }

  /** Shows the whole horizontal axis. */
  public void showAll() {
    zoom.reset();
  }

  /** Paints anew with the next frame: to be called when points were added. */
  public void refresh() {
    painted = Optional.empty();
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
    if (axes.getWidth() != getWidth() || axes.getHeight() != getHeight()) {
      resizeLayers();
      painted = Optional.empty();
    }
    List<ChartLegendItem> visible = visible();
    PlotArea area = painted.orElseGet(() -> paint(visible));
    painted = Optional.of(area);
    paintPointer(area, visible);
  }

  private void resizeLayers() {
    for (Canvas layer : List.of(axes, pointer)) {
      layer.setWidth(getWidth());
      layer.setHeight(getHeight());
    }
    Rectangle2D plot = plotBounds();
    curves.relocate(plot.getMinX(), plot.getMinY());
    curves.setWidth(plot.getWidth() + ChartPainter.DOT_RADIUS);
    curves.setHeight(plot.getHeight() + ChartPainter.DOT_RADIUS);
    curves.getGraphicsContext2D().setTransform(1, 0, 0, 1, -plot.getMinX(), -plot.getMinY());
  }

  private Rectangle2D plotBounds() {
    return new Rectangle2D(
        LEFT, TOP, Math.max(1, getWidth() - LEFT - RIGHT), Math.max(1, getHeight() - TOP - BOTTOM));
  }

  private PlotArea paint(List<ChartLegendItem> visible) {
    PlotArea area = area(visible.stream().map(ChartLegendItem::series).toList());
    paintAxes(new ChartPainter(new CanvasBrush(cleared(axes)), style, area), area);
    ChartPainter painter =
        new ChartPainter(new CanvasBrush(cleared(curves), getHeight()), style, area);
    for (ChartLegendItem item : visible) {
      painter.paintCurve(item.series(), item.look());
    }
    return area;
  }

  private void paintAxes(ChartPainter painter, PlotArea area) {
    painter.paintAxes(
        AxisScale.LINEAR.ticks(
            area.horizontal(), (int) (area.bounds().getWidth() / PIXELS_PER_HORIZONTAL_TICK)),
        area.verticalScale()
            .ticks(area.vertical(), (int) (area.bounds().getHeight() / PIXELS_PER_VERTICAL_TICK)),
        horizontalName.get(),
        verticalName.get());
  }

  /** With the legend below. */
  @Override
  public String svg(String title, Paint ground) {
    List<ChartLegendItem> visible = visible();
    PlotArea area =
        painted.orElseGet(() -> area(visible.stream().map(ChartLegendItem::series).toList()));
    double legend = visible.size() * LEGEND_LINE;
    SvgBrush brush = new SvgBrush(getWidth(), getHeight(), legend, ground);
    ChartPainter painter = new ChartPainter(brush, style, area);
    paintAxes(painter, area);
    brush.beginPart(area.bounds());
    visible.forEach(item -> painter.paintCurve(item.series(), item.look()));
    brush.endPart();
    visible.forEach(item -> paintMark(painter, item));
    double y = getHeight() + LEGEND_LINE / 2;
    for (ChartLegendItem item : visible.reversed()) {
      painter.paintLegendLine(item.series().name(), item.look(), y);
      y += LEGEND_LINE;
    }
    return brush.file(title);
  }

  private List<ChartLegendItem> visible() {
    return legendItems.stream()
        .filter(item -> item.series().visibleProperty().get())
        .filter(item -> !item.series().curve().isEmpty())
        .toList();
  }

  private PlotArea area(List<CurveSeries> shown) {
    AxisScale scale = logarithmic.get() ? AxisScale.LOGARITHMIC : AxisScale.LINEAR;
    Range full = Extent.horizontal(shown);
    Range horizontal = zoom.shownOf(full);
    PlotArea area =
        new PlotArea(plotBounds(), horizontal, Extent.vertical(shown, horizontal, scale), scale);
    mouse.actOn(area, full);
    return area;
  }

  /** Paints what lies over the curves, on a canvas of its own, so that they need not be painted. */
  private void paintPointer(PlotArea area, List<ChartLegendItem> visible) {
    ChartPainter painter = new ChartPainter(new CanvasBrush(cleared(pointer)), style, area);
    visible.forEach(item -> paintMark(painter, item));
    mouse.band().ifPresent(band -> painter.paintBand(band.from(), band.to()));
    OptionalDouble place = mouse.hover();
    if (place.isEmpty() || visible.isEmpty()) {
      readout.hide();
      return;
    }
    double x = place.getAsDouble();
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

  private static void paintMark(ChartPainter painter, ChartLegendItem item) {
    item.series()
        .markProperty()
        .get()
        .ifPresent(mark -> painter.paintMark(item.series(), mark, item.look()));
  }

  private GraphicsContext cleared(Canvas layer) {
    GraphicsContext graphics = layer.getGraphicsContext2D();
    graphics.clearRect(0, 0, axes.getWidth(), axes.getHeight());
    return graphics;
  }
}
