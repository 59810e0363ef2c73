package org.keypointstudio.evaluation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Ratios of sums over clusters of faces, and what becomes of them when whole clusters are drawn
 * anew with replacement (the cluster bootstrap; Davison and Hinkley, 1997, section 3.8). All ratios
 * see the same draws, so that their differences are paired.
 */
final class Ratios {
  private static final int MOST_RESAMPLES = 2000;
  private static final int LEAST_RESAMPLES = 200;
  private static final double MOST_ADDITIONS = 4e9;
  private static final long SEED = 20120615;

  private final int clusters;
  private final List<double[]> numerators = new ArrayList<>();
  private final List<double[]> denominators = new ArrayList<>();
  private final List<DoubleUnaryOperator> finishes = new ArrayList<>();
  private double[][] resampled = {};

  Ratios(int clusters) {
    this.clusters = clusters;
  }

  /** A new ratio without summands; its number is that of all before it. */
  int add(DoubleUnaryOperator finish) {
    numerators.add(new double[clusters]);
    denominators.add(new double[clusters]);
    finishes.add(finish);
    return numerators.size() - 1;
  }

  /** Adds a face to a ratio. */
  void put(int ratio, int cluster, double numerator, double denominator) {
    numerators.get(ratio)[cluster] += numerator;
    denominators.get(ratio)[cluster] += denominator;
  }

  /** How often the clusters are drawn. */
  int resamples() {
    double affordable = MOST_ADDITIONS / (2.0 * clusters * Math.max(1, numerators.size()));
    return (int) Math.clamp(affordable, LEAST_RESAMPLES, MOST_RESAMPLES);
  }

  /**
   * Draws the clusters anew, again and again.
   *
   * @param beat called before each draw; it may throw to end the work
   */
  void resample(Runnable beat) {
    int resamples = resamples();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    resampled = new double[numerators.size()][resamples];
    int[] drawn = new int[clusters];
    for (int draw = 0; draw < resamples; draw++) {
      beat.run();
      Arrays.fill(drawn, 0);
      for (int i = 0; i < clusters; i++) {
        drawn[random.nextInt(clusters)]++;
      }
      for (int ratio = 0; ratio < resampled.length; ratio++) {
        resampled[ratio][draw] = value(ratio, drawn);
      }
    }
  }

  private double value(int ratio, int[] weights) {
    double[] upper = numerators.get(ratio);
    double[] lower = denominators.get(ratio);
    double numerator = 0;
    double denominator = 0;
    for (int cluster = 0; cluster < clusters; cluster++) {
      numerator += weights[cluster] * upper[cluster];
      denominator += weights[cluster] * lower[cluster];
    }
    return finishes.get(ratio).applyAsDouble(numerator / denominator);
  }

  /** A ratio over all faces; NaN without summands. */
  double value(int ratio) {
    double[] upper = numerators.get(ratio);
    double[] lower = denominators.get(ratio);
    return finishes
        .get(ratio)
        .applyAsDouble(Arrays.stream(upper).sum() / Arrays.stream(lower).sum());
  }

  /** What the draws made of a ratio, one a draw. */
  double[] resampled(int ratio) {
    return resampled[ratio];
  }

  /** A ratio with its interval, once the clusters have been drawn. */
  Estimate estimate(int ratio, int count) {
    return new Estimate(value(ratio), Interval.of(resampled[ratio]), count);
  }
}
