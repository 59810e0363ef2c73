package org.keypointstudio.ui.dock;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Whether a side panel is shown, and how wide it is. */
public final class PanelState {
  private static final double GREATEST_WIDTH = 720;

  private final SidePanel panel;
  private final BooleanProperty shown;
  private final DoubleProperty width;
  private final DoubleProperty settledWidth;

  /**
   * A panel.
   *
   * @param width in pixels of the screen; brought into the panel's range
   */
  public PanelState(SidePanel panel, boolean shown, double width) {
    this.panel = panel;
    this.shown = new SimpleBooleanProperty(shown);
    this.width = new SimpleDoubleProperty(inRange(width));
    this.settledWidth = new SimpleDoubleProperty(this.width.get());
  }

  private double inRange(double wished) {
    return Math.rint(Math.clamp(wished, panel.leastWidth(), GREATEST_WIDTH));
  }

  /** Which panel it is. */
  public SidePanel panel() {
    return panel;
  }

  /** Makes it as wide as wished, or as near to that as it may be. */
  public void resize(double wished) {
    width.set(inRange(wished));
  }

  /** Makes it as wide as it was at first. */
  public void resetWidth() {
    width.set(panel.usualWidth());
    settle();
  }

  /** The present width is what the person wanted. */
  public void settle() {
    settledWidth.set(width.get());
  }

  /** Whether it is there. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** How wide it is, in pixels of the screen. Changed by {@link #resize}. */
  public ReadOnlyDoubleProperty widthProperty() {
    return width;
  }

  /** How wide it was when a person let go of its edge last: what is worth keeping. */
  public ReadOnlyDoubleProperty settledWidthProperty() {
    return settledWidth;
  }
}
