package org.keypointstudio.project.settings;

import java.util.HashMap;
import java.util.Map;

/**
 * How faces are drawn, from one start of the program to the next. An immutable value.
 *
 * @param switches layers and habits of the canvas that a person turned on or off, by name; what is
 *     not named is as the program has it
 * @param pointRadius of a keypoint's mark, in screen pixels
 * @param pointOpacity of marks, 0 (not seen) to 1
 */
public record CanvasSettings(
    Map<String, Boolean> switches, double pointRadius, double pointOpacity) {
  /** The smallest mark that can be seen and hit, in screen pixels. */
  public static final double LEAST_RADIUS = 1.5;

  /** The largest mark, in screen pixels. */
  public static final double GREATEST_RADIUS = 12;

  /** Fainter marks could not be found again. */
  public static final double LEAST_OPACITY = 0.15;

  private static final double USUAL_RADIUS = 4.5;

  /** Copies the map and keeps the numbers in their ranges. */
  public CanvasSettings {
    switches = Map.copyOf(switches);
    pointRadius = Math.clamp(pointRadius, LEAST_RADIUS, GREATEST_RADIUS);
    pointOpacity = Math.clamp(pointOpacity, LEAST_OPACITY, 1);
  }

  /** The settings of a first start. */
  public static CanvasSettings defaults() {
    return new CanvasSettings(Map.of(), USUAL_RADIUS, 1);
  }

  /** These settings with a layer or habit turned on or off. */
  public CanvasSettings withSwitch(String name, boolean on) {
    Map<String, Boolean> changed = new HashMap<>(switches);
    changed.put(name, on);
    return new CanvasSettings(changed, pointRadius, pointOpacity);
  }

  /** These settings with other marks. */
  public CanvasSettings withPoints(double radius, double opacity) {
    return new CanvasSettings(switches, radius, opacity);
  }
}
