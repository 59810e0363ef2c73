package org.keypointstudio.bench.canvas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Times from one frame to the next, in milliseconds.
 *
 * @param sorted ascending
 */
record FrameTimes(List<Double> sorted) {
  /** What 60 frames a second leave for one. */
  static final double BUDGET = 1000.0 / 60;

  FrameTimes {
    List<Double> copy = new ArrayList<>(sorted);
    Collections.sort(copy);
    sorted = List.copyOf(copy);
  }

  /** The time that a share of the frames keeps to. */
  double quantile(double share) {
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
  }

  double worst() {
    return sorted.getLast();
  }

  /** The share of the frames that keep 60 a second. */
  double inTime() {
    return sorted.stream().filter(time -> time <= BUDGET).count() / (double) sorted.size();
  }
}
