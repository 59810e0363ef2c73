package org.keypointstudio.dataset.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many faces have a value in which interval. All intervals are equally long, begin at a
 * multiple of their length, and take in their lower end; so that a few extremes do not squeeze all
 * others together, the first and the last one may take in what lies beyond them.
 *
 * @param low where the first interval begins
 * @param step the length of each
 * @param bins the faces of each interval, by their positions, in order
 * @param openBelow whether the first one takes in smaller values
 * @param openAbove whether the last one takes in greater values
 * @param unknown the number of faces without a value
 */
public record Histogram(
    double low, double step, List<int[]> bins, boolean openBelow, boolean openAbove, int unknown) {
  private static final double[] LEADING_FIGURES = {1, 2, 5, 10};

  /** Of the values, those beyond which the outer intervals are open if they are far away. */
  private static final double TAIL = 0.02;

  /** Farther away than the middle values are wide. */
  private static final double FAR = 0.6;

  /** Copies the list; the arrays are not to be changed. */
  public Histogram {
    bins = List.copyOf(bins);
  }

  /**
   * Counts values.
   *
   * @param values one a face; NaN for a face without one
   * @param most how many intervals there may be, at least 2
   */
  public static Histogram of(double[] values, int most) {
    return of(values, most, 0);
  }

  /**
   * Counts values.
   *
   * @param values one a face; NaN for a face without one
   * @param most how many intervals there may be, at least 2
   * @param leastStep what two values differ by at least: 1 for whole numbers
   */
  public static Histogram of(double[] values, int most, double leastStep) {
    double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    int unknown = values.length - known.length;
    if (known.length == 0) {
      return new Histogram(0, 1, List.of(), false, false, unknown);
    }
    double lowTail = known[(int) (TAIL * (known.length - 1))];
    double highTail = known[(int) Math.ceil((1 - TAIL) * (known.length - 1))];
    double far = FAR * (highTail - lowTail);
    double least = known[0] < lowTail - far && far > 0 ? lowTail : known[0];
    double greatest =
        known[known.length - 1] > highTail + far && far > 0 ? highTail : known[known.length - 1];
    double step = Math.max(leastStep, niceStep((greatest - least) / Math.max(1, most - 1)));
    double low = Math.floor(least / step + 1e-9) * step;
    int count = Math.max(1, (int) Math.floor((greatest - low) / step + 1e-9) + 1);
    return new Histogram(
        low,
        step,
        filled(values, low, step, count),
        known[0] < low,
        known[known.length - 1] >= low + count * step,
        unknown);
  }

  private static double niceStep(double rough) {
    if (!(rough > 0)) {
      return 1;
    }
    double decade = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double leading : LEADING_FIGURES) {
      if (leading * decade >= rough * (1 - 1e-9)) {
        return leading * decade;
      }
    }
    return 10 * decade;
  }

  private static List<int[]> filled(double[] values, double low, double step, int count) {
    List<List<Integer>> bins = new ArrayList<>();
    for (int bin = 0; bin < count; bin++) {
      bins.add(new ArrayList<>());
    }
    for (int face = 0; face < values.length; face++) {
      if (Double.isFinite(values[face])) {
        double position = Math.floor((values[face] - low) / step + 1e-9);
        bins.get((int) Math.clamp(position, 0, count - 1.0)).add(face);
      }
    }
    return bins.stream().map(bin -> bin.stream().mapToInt(Integer::intValue).toArray()).toList();
  }

  /** Where an interval begins. */
  public double from(int bin) {
    return low + bin * step;
  }

  /** Where an interval ends. */
  public double to(int bin) {
    return low + (bin + 1) * step;
  }

  /** The number of faces of the fullest interval. */
  public int greatestCount() {
    return bins.stream().mapToInt(bin -> bin.length).max().orElse(0);
  }
}
