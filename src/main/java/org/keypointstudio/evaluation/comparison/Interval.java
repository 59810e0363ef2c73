package org.keypointstudio.evaluation.comparison;

import java.util.Arrays;

/**
 * A bootstrap percentile interval of 95 % (Efron and Tibshirani, 1993, chapter 13).
 *
 * @param low NaN if nothing could be resampled
 * @param high at least {@code low}
 */
public record Interval(double low, double high) {
  private static final double TAIL = 0.025;

  /** The interval that leaves out 2.5 % of the resampled figures at either end. */
  static Interval of(double[] resampled) {
    double[] sorted =
        Arrays.stream(resampled).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return sorted.length == 0
        ? new Interval(Double.NaN, Double.NaN)
        : new Interval(quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
