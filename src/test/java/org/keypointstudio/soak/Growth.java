package org.keypointstudio.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How fast something grows once a program has warmed up: the median of the slopes between all pairs
 * of measurements (Theil 1950, Sen 1968), which a few odd ones do not move.
 */
final class Growth {
  /** Caches fill, classes are loaded and compiled in the first part of a run. */
  private static final double WARM_UP = 1.0 / 3;

  private Growth() {}

  /** The measurements after the program has warmed up. */
  static List<Footprint> warm(List<Footprint> all) {
    return all.subList((int) Math.ceil(all.size() * WARM_UP), all.size());
  }

  /**
   * The growth in units per hour; NaN if there are fewer than two measurements.
   *
   * @param warm measurements at different times
   */
  static double perHour(List<Footprint> warm, ToDoubleFunction<Footprint> measure) {
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < warm.size(); i++) {
      for (int j = i + 1; j < warm.size(); j++) {
        double hours = (warm.get(j).minutes() - warm.get(i).minutes()) / 60;
        slopes.add(
            (measure.applyAsDouble(warm.get(j)) - measure.applyAsDouble(warm.get(i))) / hours);
      }
    }
    if (slopes.isEmpty()) {
      return Double.NaN;
    }
    slopes.sort(null);
    int middle = slopes.size() / 2;
    return slopes.size() % 2 == 1
        ? slopes.get(middle)
        : (slopes.get(middle - 1) + slopes.get(middle)) / 2;
  }
}
