package org.keypointstudio.evaluation.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Wilcoxon's signed-rank test (1945): whether paired differences lie around zero. Differences of
 * zero are left out; equal ones share their mean rank.
 */
final class WilcoxonSignedRank {
  /** Up to here all 2ⁿ signs are counted; beyond, the normal distribution is close. */
  private static final int MOST_EXACT = 50;

  private WilcoxonSignedRank() {}

  /** The two-sided p-value; NaN if no difference is left. */
  static double pValue(double[] differences) {
    double[] left = Arrays.stream(differences).filter(it -> it != 0).toArray();
    if (left.length == 0) {
      return Double.NaN;
    }
    int[] twice = twiceTheRanks(left);
    long positive = 0;
    for (int i = 0; i < left.length; i++) {
      positive += left[i] > 0 ? twice[i] : 0;
    }
    return left.length <= MOST_EXACT ? exact(twice, positive) : normal(twice, positive);
  }

  /**
   * Ranks of the absolute values times two, which are whole numbers even where ranks are shared.
   */
  private static int[] twiceTheRanks(double[] values) {
    Integer[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.abs(values[i])))
            .toArray(Integer[]::new);
    int[] ranks = new int[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to + 1 < order.length
          && Math.abs(values[order[to + 1]]) == Math.abs(values[order[from]])) {
        to++;
      }
      for (int i = from; i <= to; i++) {
        ranks[order[i]] = from + to + 2;
      }
      from = to + 1;
    }
    return ranks;
  }

  private static double exact(int[] twice, long positive) {
    int total = IntStream.of(twice).sum();
    double[] ways = new double[total + 1];
    ways[0] = 1;
    int reached = 0;
    for (int rank : twice) {
      reached += rank;
      for (int sum = reached; sum >= rank; sum--) {
        ways[sum] += ways[sum - rank];
      }
    }
    int smaller = (int) Math.min(positive, total - positive);
    double tail = IntStream.rangeClosed(0, smaller).mapToDouble(sum -> ways[sum]).sum();
    return Math.min(1, 2 * tail / Math.pow(2, twice.length));
  }

  private static double normal(int[] twice, long positive) {
    double total = IntStream.of(twice).asLongStream().sum();
    // The variance of the sum of ranks with random signs; shared ranks are accounted for.
    double variance = IntStream.of(twice).mapToDouble(rank -> (double) rank * rank).sum() / 4;
    double distance = Math.max(0, Math.abs(positive - total / 2) - 1);
    return complementaryError(distance / Math.sqrt(2 * variance));
  }

  /** erfc for arguments from 0 on; Abramowitz and Stegun (1964), 7.1.26, error below 1.5e-7. */
  private static double complementaryError(double z) {
    double t = 1 / (1 + 0.3275911 * z);
    double series =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return series * Math.exp(-z * z);
  }
}
