package org.keypointstudio.ui.chart;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.keypointstudio.dataset.statistics.Histogram;

/**
 * How many faces have a value in which interval, as bars. The mouse tells a bar's interval and
 * count, a click on it chooses its faces; with the keyboard Page Down and Page Up go from bar to
 * bar, since the arrows go from face to face everywhere, and Enter chooses.
 */
public final class HistogramChart extends Region implements VectorChart {
  private static final double LEFT = 48;
  private static final double TOP = 24;
  private static final double RIGHT = 12;
  private static final double BOTTOM = 40;
  private static final double PIXELS_PER_VERTICAL_TICK = 28;
  private static final double PIXELS_PER_HORIZONTAL_TICK = 64;
  private static final double GAP = 1;

  private final Canvas canvas = new Canvas();
  private final ChartStyle style = new ChartStyle(this::requestLayout);
  private final Rectangle bar = new Rectangle();
  private final Rectangle pointedBar = new Rectangle();
  private final Tooltip tooltip = new Tooltip();
  private final String name;
  private final IntConsumer onChosen;
  private Optional<Histogram> shown = Optional.empty();
  private Optional<PlotArea> painted = Optional.empty();
  private OptionalInt pointed = OptionalInt.empty();

  /**
   * An empty chart.
   *
   * @param name and unit of the values: "Brightness (grey level)"
   * @param onChosen is told the position of the interval that a person chooses
   */
  public HistogramChart(String name, IntConsumer onChosen) {
    this.name = name;
    this.onChosen = onChosen;
    getStyleClass().add("histogram-chart");
    setMinSize(120, 120);
    setFocusTraversable(true);
    setAccessibleText("Histogram of " + name + "; Page Down and Page Up point at a bar");
    bar.getStyleClass().add("chart-bar");
    pointedBar.getStyleClass().add("chart-bar-pointed");
    for (Rectangle look : new Rectangle[] {bar, pointedBar}) {
      look.setManaged(false);
      look.setOpacity(0);
      look.setMouseTransparent(true);
      look.fillProperty().subscribe(this::requestLayout);
    }
    canvas.setManaged(false);
    getChildren().setAll(style, bar, pointedBar, canvas);
    tooltip.setShowDelay(Duration.millis(120));
    Tooltip.install(this, tooltip);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(binAt(event)));
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(OptionalInt.empty()));
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          requestFocus();
          choose(binAt(event));
        });
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /** Shows these bars. */
  public void show(Histogram histogram) {
    shown = Optional.of(histogram);
    pointed = OptionalInt.empty();
    requestLayout();
  }

  private void onKey(KeyEvent event) {
    int last = shown.map(it -> it.bins().size()).orElse(0) - 1;
    if (last < 0) {
      return;
    }
    int step =
        event.getCode() == KeyCode.PAGE_DOWN ? 1 : event.getCode() == KeyCode.PAGE_UP ? -1 : 0;
    if (step != 0) {
      point(
          OptionalInt.of(
              Math.clamp((long) pointed.orElse(step > 0 ? -1 : last + 1) + step, 0, last)));
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      choose(pointed);
      event.consume();
    }
  }

  private void choose(OptionalInt bin) {
    if (bin.isPresent()
        && shown.filter(it -> it.bins().get(bin.getAsInt()).length > 0).isPresent()) {
      onChosen.accept(bin.getAsInt());
    }
  }

  private void point(OptionalInt bin) {
    if (!bin.equals(pointed)) {
      pointed = bin;
      String text = bin.isPresent() ? shown.map(it -> describe(it, bin.getAsInt())).orElse("") : "";
      tooltip.setText(text);
      setAccessibleHelp(text);
      requestLayout();
    }
  }

  /** What a bar means: "40 to 50: 123 faces". */
  public static String describe(Histogram histogram, int bin) {
    int count = histogram.bins().get(bin).length;
    return "%s: %,d %s".formatted(interval(histogram, bin), count, count == 1 ? "face" : "faces");
  }

  /** The interval of a bar: "40 to 50", or "from 90 on" for the last one if it is open. */
  public static String interval(Histogram histogram, int bin) {
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(histogram.step()) - 1e-9));
    String number = "%,." + decimals + "f";
    String from = String.format(Locale.ROOT, number, histogram.from(bin));
    String to = String.format(Locale.ROOT, number, histogram.to(bin));
    if (histogram.openBelow() && bin == 0) {
      return "below " + to;
    }
    return histogram.openAbove() && bin == histogram.bins().size() - 1
        ? "from " + from + " on"
        : from + " to " + to;
  }

  private OptionalInt binAt(MouseEvent event) {
    if (painted.isEmpty() || shown.isEmpty() || shown.get().bins().isEmpty()) {
      return OptionalInt.empty();
    }
    double value = painted.get().valueAtX(event.getX());
    Histogram histogram = shown.get();
    int bin = (int) Math.floor((value - histogram.low()) / histogram.step());
    return bin >= 0 && bin < histogram.bins().size() ? OptionalInt.of(bin) : OptionalInt.empty();
  }

  @Override
  public String svg(String title, Paint ground) {
    SvgBrush brush = new SvgBrush(getWidth(), getHeight(), 0, ground);
    shown
        .filter(it -> !it.bins().isEmpty())
        .ifPresent(histogram -> paint(brush, area(histogram), histogram));
    return brush.file(title);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 360;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 220;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    painted = shown.filter(it -> !it.bins().isEmpty()).map(this::area);
    painted.ifPresent(area -> paint(new CanvasBrush(graphics), area, shown.orElseThrow()));
  }

  private PlotArea area(Histogram histogram) {
    return new PlotArea(
        new Rectangle2D(
            LEFT,
            TOP,
            Math.max(1, getWidth() - LEFT - RIGHT),
            Math.max(1, getHeight() - TOP - BOTTOM)),
        new Range(histogram.low(), histogram.from(histogram.bins().size())),
        new Range(0, 1.05 * Math.max(1, histogram.greatestCount())),
        AxisScale.LINEAR);
  }

  private void paint(ChartBrush brush, PlotArea area, Histogram histogram) {
    ChartPainter painter = new ChartPainter(brush, style, area);
    painter.paintAxes(
        AxisScale.LINEAR.ticks(
            area.horizontal(), (int) (area.bounds().getWidth() / PIXELS_PER_HORIZONTAL_TICK)),
        AxisScale.LINEAR
            .ticks(area.vertical(), (int) (area.bounds().getHeight() / PIXELS_PER_VERTICAL_TICK))
            .stream()
            .filter(tick -> tick.value() == Math.rint(tick.value()))
            .toList(),
        name,
        "Faces");
    for (int bin = 0; bin < histogram.bins().size(); bin++) {
      boolean isPointed = pointed.isPresent() && pointed.getAsInt() == bin;
      brush.useFill((isPointed ? pointedBar : bar).getFill());
      double left = area.toX(histogram.from(bin));
      double right = area.toX(histogram.to(bin));
      int count = histogram.bins().get(bin).length;
      double top = area.toY(count);
      // A single face among thousands is seen all the same.
      double height = count == 0 ? 0 : Math.max(1.5, area.bounds().getMaxY() - top);
      brush.rectangle(
          left + GAP / 2,
          area.bounds().getMaxY() - height,
          Math.max(1, right - left - GAP),
          height,
          0);
    }
  }
}
