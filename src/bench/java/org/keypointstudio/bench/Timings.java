package org.keypointstudio.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Times of one step in milliseconds, one a turn.
 *
 * @param turns in the order of the turns
 */
record Timings(List<Double> turns) {
  Timings() {
    this(new ArrayList<>());
  }

  void add(double milliseconds) {
    turns.add(milliseconds);
  }

  double median() {
    List<Double> sorted = new ArrayList<>(turns);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
