package org.keypointstudio.project.settings;

import java.util.HashMap;
import java.util.Map;

/**
 * How a person arranged the window, from one start of the program to the next. An immutable value.
 *
 * @param panels the side panels that were hidden or resized, by name; what is not named is as the
 *     program has it
 * @param shares how much of the height the upper of two parts takes, 0 to 1, by name
 * @param window where the window was
 */
public record LayoutSettings(Map<String, Panel> panels, Map<String, Double> shares, Bounds window) {

  /**
   * A side panel.
   *
   * @param shown whether it is there
   * @param width in pixels of the screen
   */
  public record Panel(boolean shown, double width) {}

  /**
   * A window, in pixels of the screen.
   *
   * @param width 0 if the window was never shown
   * @param maximized whether it filled the screen; the rest is what it goes back to
   */
  public record Bounds(double x, double y, double width, double height, boolean maximized) {
    /** Of a window that was never shown. */
    public static final Bounds UNKNOWN = new Bounds(0, 0, 0, 0, false);

    /** Whether the window was shown before. */
    public boolean isKnown() {
      return width > 0 && height > 0;
    }
  }

  /** Copies the maps. */
  public LayoutSettings {
    panels = Map.copyOf(panels);
    shares = Map.copyOf(shares);
  }

  /** The layout of a first start. */
  public static LayoutSettings defaults() {
    return new LayoutSettings(Map.of(), Map.of(), Bounds.UNKNOWN);
  }

  /** This layout with another state of a panel. */
  public LayoutSettings withPanel(String name, Panel panel) {
    Map<String, Panel> changed = new HashMap<>(panels);
    changed.put(name, panel);
    return new LayoutSettings(changed, shares, window);
  }

  /** This layout with another share of the upper of two parts. */
  public LayoutSettings withShare(String name, double share) {
    Map<String, Double> changed = new HashMap<>(shares);
    changed.put(name, share);
    return new LayoutSettings(panels, changed, window);
  }

  /** This layout with the window elsewhere. */
  public LayoutSettings withWindow(Bounds bounds) {
    return new LayoutSettings(panels, shares, bounds);
  }
}
