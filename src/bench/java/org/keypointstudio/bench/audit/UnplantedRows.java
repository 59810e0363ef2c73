package org.keypointstudio.bench.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows of which most points are ranked as wrong though nothing was planted in them: either the
 * audit errs, or the labels were wrong before.
 */
final class UnplantedRows {
  private static final int LISTED = 8;

  private final Map<Integer, Integer> points = new TreeMap<>();
  private int all;

  /** Counts the points among the first k, k being as many as were planted. */
  void add(Map<Planting.Point, Double> suspicions, Planting planting) {
    suspicions.entrySet().stream()
        .sorted(Map.Entry.<Planting.Point, Double>comparingByValue().reversed())
        .limit(planting.wrong().size())
        .map(Map.Entry::getKey)
        .filter(point -> !planting.wrong().containsKey(point))
        .forEach(
            point -> {
              points.merge(point.face(), 1, Integer::sum);
              all++;
            });
  }

  /** One sentence: how many there are, and the rows with most of them. */
  String sentence() {
    List<Map.Entry<Integer, Integer>> most =
        points.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(LISTED)
            .toList();
    return "Among the first k of all seeds are %,d points in which nothing was planted; most of them in rows %s."
        .formatted(
            all,
            most.stream()
                .map(row -> "%d (%d points)".formatted(row.getKey(), row.getValue()))
                .collect(Collectors.joining(", ")));
  }
}
