package org.keypointstudio.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * A multivariate Student-t distribution of the coordinates of faces, some of whose keypoints are
 * missing. It is fitted by expectation and maximisation (Liu and Rubin, "ML estimation of the t
 * distribution using EM and its extensions, ECM and ECME", Statistica Sinica 5, 1995): faces far
 * from the others count less, so that wrong labels hardly widen it. The scale matrix is drawn
 * towards independent coordinates as if that many more faces had been seen as there are
 * coordinates, which keeps it invertible however few faces there are.
 */
final class StudentT {
  private static final int ITERATIONS = 20;

  /** The standard deviation of normal values is so many times their median deviation. */
  static final double NORMAL_CONSISTENCY = 1.4826;

  /** No coordinate is labelled more exactly than this, in units. */
  private static final double LEAST_DEVIATION = 0.15;

  private final double degreesOfFreedom;
  private final double[] mean;
  private final double[][] scale;
  private final Map<List<Integer>, Marginal> marginals = new HashMap<>();

  private StudentT(double degreesOfFreedom, double[] mean, double[][] scale) {
    this.degreesOfFreedom = degreesOfFreedom;
    this.mean = mean;
    this.scale = scale;
  }

  /**
   * Fits the distribution.
   *
   * @param rows x and y of each keypoint in turn; NaN in both where it is missing
   * @param keypoints of each row
   */
  static StudentT fit(List<double[]> rows, int keypoints, double degreesOfFreedom) {
    double[] mean = new double[2 * keypoints];
    double[] deviations = new double[2 * keypoints];
    for (int c = 0; c < mean.length; c++) {
      int coordinate = c;
      double[] values =
          rows.stream().mapToDouble(row -> row[coordinate]).filter(v -> !Double.isNaN(v)).toArray();
      double median = values.length == 0 ? 0 : median(values);
      mean[c] = median;
      deviations[c] =
          Math.max(LEAST_DEVIATION, values.length == 0 ? 1 : medianDeviation(values, median));
    }
    double[][] scale = new double[mean.length][mean.length];
    for (int c = 0; c < mean.length; c++) {
      scale[c][c] = deviations[c] * deviations[c];
    }
    Map<List<Integer>, List<double[]>> patterns = new HashMap<>();
    for (double[] row : rows) {
      List<Integer> placed = placed(row);
      if (!placed.isEmpty()) {
        patterns.computeIfAbsent(placed, _ -> new ArrayList<>()).add(row);
      }
    }
    StudentT fitted = new StudentT(degreesOfFreedom, mean, scale);
    for (int i = 0; i < ITERATIONS && !patterns.isEmpty(); i++) {
      fitted = fitted.improved(patterns, deviations);
    }
    return fitted;
  }

  /** The keypoints that a row has. */
  static List<Integer> placed(double[] row) {
    return IntStream.range(0, row.length / 2)
        .filter(k -> !Double.isNaN(row[2 * k]))
        .boxed()
        .toList();
  }

  static double median(double[] values) {
    return new Median().evaluate(values);
  }

  /** A robust standard deviation about a place. */
  static double medianDeviation(double[] values, double place) {
    return NORMAL_CONSISTENCY
        * median(Arrays.stream(values).map(value -> Math.abs(value - place)).toArray());
  }

  private StudentT improved(Map<List<Integer>, List<double[]>> patterns, double[] deviations) {
    Moments moments = new Moments(mean.length);
    patterns.forEach((placed, rows) -> moments.add(this, on(placed), rows));
    return moments.maximised(this, deviations);
  }

  /** The distribution of some keypoints alone. */
  Marginal on(List<Integer> keypoints) {
    return marginals.computeIfAbsent(
        keypoints, chosen -> Marginal.of(chosen, mean, scale, degreesOfFreedom));
  }

  /**
   * Where a keypoint probably is, given others.
   *
   * @param values x and y of each keypoint in turn
   * @param known the keypoints that are to be relied on
   * @return x and y
   */
  double[] conditionalMean(int keypoint, double[] values, List<Integer> known) {
    double[] place = {mean[2 * keypoint], mean[2 * keypoint + 1]};
    if (known.isEmpty()) {
      return place;
    }
    Marginal marginal = on(known);
    double[] pull = marginal.times(marginal.deviations(values));
    for (int axis = 0; axis < 2; axis++) {
      for (int i = 0; i < pull.length; i++) {
        place[axis] += scale[2 * keypoint + axis][marginal.coordinate(i)] * pull[i];
      }
    }
    return place;
  }

  /** Sums over all faces of what one step of expectation and maximisation needs. */
  private static final class Moments {
    private final double[] sum;
    private final double[][] products;
    private double weights;
    private int faces;

    Moments(int size) {
      sum = new double[size];
      products = new double[size][size];
    }

    /** Adds faces that have the same keypoints; what is missing is expected from what is not. */
    void add(StudentT current, Marginal marginal, List<double[]> rows) {
      int size = sum.length;
      int[] observed = IntStream.range(0, marginal.size()).map(marginal::coordinate).toArray();
      int[] missing =
          IntStream.range(0, size).filter(c -> Arrays.binarySearch(observed, c) < 0).toArray();
      double[][] regression = new double[missing.length][];
      for (int m = 0; m < missing.length; m++) {
        double[] covariances = new double[observed.length];
        for (int o = 0; o < observed.length; o++) {
          covariances[o] = current.scale[missing[m]][observed[o]];
        }
        regression[m] = marginal.times(covariances);
      }
      double[] full = new double[size];
      for (double[] row : rows) {
        double[] deviations = marginal.deviations(row);
        double weight =
            (current.degreesOfFreedom + observed.length)
                / (current.degreesOfFreedom + marginal.squaredDistance(deviations));
        for (int o = 0; o < observed.length; o++) {
          full[observed[o]] = deviations[o];
        }
        for (int m = 0; m < missing.length; m++) {
          full[missing[m]] = Marginal.dot(regression[m], deviations);
        }
        addWeighted(full, weight);
      }
      addRemainders(current, rows.size(), observed, missing, regression);
    }

    private void addWeighted(double[] full, double weight) {
      weights += weight;
      faces++;
      for (int i = 0; i < full.length; i++) {
        sum[i] += weight * full[i];
        for (int j = 0; j <= i; j++) {
          products[i][j] += weight * full[i] * full[j];
        }
      }
    }

    /** What stays unknown of the missing coordinates. */
    private void addRemainders(
        StudentT current, int rows, int[] observed, int[] missing, double[][] regression) {
      for (int m = 0; m < missing.length; m++) {
        for (int other = 0; other <= m; other++) {
          double explained = 0;
          for (int o = 0; o < observed.length; o++) {
            explained += regression[m][o] * current.scale[missing[other]][observed[o]];
          }
          products[missing[m]][missing[other]] +=
              rows * (current.scale[missing[m]][missing[other]] - explained);
        }
      }
    }

    StudentT maximised(StudentT current, double[] deviations) {
      int size = sum.length;
      double[] mean = new double[size];
      double[][] scale = new double[size][size];
      for (int i = 0; i < size; i++) {
        mean[i] = current.mean[i] + sum[i] / weights;
        for (int j = 0; j <= i; j++) {
          double prior = i == j ? size * deviations[i] * deviations[i] : 0;
          double spread = products[i][j] - sum[i] * sum[j] / weights;
          scale[i][j] = (spread + prior) / (faces + size);
          scale[j][i] = scale[i][j];
        }
      }
      return new StudentT(current.degreesOfFreedom, mean, scale);
    }
  }
}
