package org.keypointstudio.evaluation.comparison;

import java.util.Arrays;

/**
 * How much two models differ on the same faces: the figure of the second minus that of the first.
 *
 * @param first position of a model in the comparison
 * @param second position of the other one
 * @param measure which figure
 * @param difference NaN if nothing counts
 * @param interval of 95 %, by the paired bootstrap
 * @param bootstrapP two-sided p-value of the paired bootstrap: twice the smaller share of draws on
 *     either side of zero, each share counting one draw more than there was (Davison and Hinkley,
 *     1997, section 4.4)
 * @param wilcoxonP two-sided p-value of Wilcoxon's signed-rank test over the mean error of each
 *     group, or of each face where no groups are known; the same for each measure
 */
public record PairedDifference(
    int first,
    int second,
    Measure measure,
    double difference,
    Interval interval,
    double bootstrapP,
    double wilcoxonP) {
  static PairedDifference of(
      int first,
      int second,
      Measure measure,
      double[] values,
      double[] firstResampled,
      double[] secondResampled,
      double wilcoxonP) {
    double[] differences = new double[firstResampled.length];
    for (int draw = 0; draw < differences.length; draw++) {
      differences[draw] = secondResampled[draw] - firstResampled[draw];
    }
    long below = Arrays.stream(differences).filter(it -> it <= 0).count();
    long above = Arrays.stream(differences).filter(it -> it >= 0).count();
    long draws = Arrays.stream(differences).filter(it -> !Double.isNaN(it)).count();
    double p =
        draws == 0 ? Double.NaN : Math.min(1, 2.0 * (Math.min(below, above) + 1) / (draws + 1));
    return new PairedDifference(
        first, second, measure, values[1] - values[0], Interval.of(differences), p, wilcoxonP);
  }

  /** The same difference, held the other way round. */
  PairedDifference reversed() {
    return new PairedDifference(
        second,
        first,
        measure,
        -difference,
        new Interval(-interval.high(), -interval.low()),
        bootstrapP,
        wilcoxonP);
  }

  /** Whether the interval leaves zero out: at the customary level the models do differ. */
  public boolean isSignificant() {
    return interval.low() > 0 || interval.high() < 0;
  }

  /** Whether the second model is the better one, by how it came out. */
  public boolean isImprovement() {
    return measure.smallerIsBetter() ? difference < 0 : difference > 0;
  }
}
