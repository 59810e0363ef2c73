package org.keypointstudio.ui.chart;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What the mouse does on a chart: points at values, chooses a part, zooms. */
final class ChartMouse {
  private static final double WHEEL_NOTCH = 40;
  private static final double SHORTEST_DRAG = 5;

  private final ZoomRange zoom;
  private final Runnable onChange;
  private Optional<Target> target = Optional.empty();
  private OptionalDouble place = OptionalDouble.empty();
  private Optional<Band> band = Optional.empty();

  /**
   * What the mouse is over.
   *
   * @param area the plot
   * @param full everything that the horizontal axis could show
   */
  private record Target(PlotArea area, Range full) {}

  /**
   * A part of the plot, from and to horizontal places on the canvas; either may be the left one.
   */
  record Band(double from, double to) {
    boolean isWide() {
      return Math.abs(to - from) >= SHORTEST_DRAG;
    }
  }

  /**
   * A mouse that zooms.
   *
   * @param onChange called when something that follows the mouse has to be painted
   */
  ChartMouse(ZoomRange zoom, Runnable onChange) {
    this.zoom = zoom;
    this.onChange = onChange;
  }

  void listenTo(Node chart) {
    chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(event.getX()));
    chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
    chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    chart.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
    chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    chart.addEventHandler(ScrollEvent.SCROLL, this::scroll);
  }

  /** From now on the mouse is over this plot. */
  void actOn(PlotArea area, Range full) {
    target = Optional.of(new Target(area, full));
  }

  /** The horizontal place whose values are asked for, if it lies in the plot. */
  OptionalDouble hover() {
    boolean inside =
        place.isPresent()
            && band.filter(Band::isWide).isEmpty()
            && target.filter(on -> contains(on.area().bounds(), place.getAsDouble())).isPresent();
    return inside ? place : OptionalDouble.empty();
  }

  private static boolean contains(Rectangle2D bounds, double x) {
    return x >= bounds.getMinX() && x <= bounds.getMaxX();
  }

  /** The part that is being chosen. */
  Optional<Band> band() {
    return band.filter(Band::isWide);
  }

  private void pointAt(double x) {
    place = OptionalDouble.of(x);
    onChange.run();
  }

  private void leave() {
    place = OptionalDouble.empty();
    onChange.run();
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      band =
          target.map(
              on -> new Band(within(on.area(), event.getX()), within(on.area(), event.getX())));
    }
  }

  private void drag(MouseEvent event) {
    band =
        band.flatMap(
            from -> target.map(on -> new Band(from.from(), within(on.area(), event.getX()))));
    pointAt(event.getX());
  }

  private static double within(PlotArea area, double x) {
    return Math.clamp(x, area.bounds().getMinX(), area.bounds().getMaxX());
  }

  private void release() {
    band()
        .ifPresent(
            chosen ->
                target.ifPresent(
                    on ->
                        zoom.select(
                            on.area().valueAtX(chosen.from()),
                            on.area().valueAtX(chosen.to()),
                            on.full())));
    band = Optional.empty();
    onChange.run();
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY
        && event.getClickCount() == 2
        && event.isStillSincePress()) {
      zoom.reset();
    }
  }

  private void scroll(ScrollEvent event) {
    target.ifPresent(
        on -> {
          double value = on.area().valueAtX(within(on.area(), event.getX()));
          if (event.getDeltaY() != 0) {
            zoom.zoomAt(value, event.getDeltaY() / WHEEL_NOTCH, on.full());
          }
          if (event.getDeltaX() != 0) {
            zoom.pan(on.area().valueAtX(0) - on.area().valueAtX(event.getDeltaX()), on.full());
          }
          event.consume();
        });
  }
}
