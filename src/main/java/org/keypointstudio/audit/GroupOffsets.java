package org.keypointstudio.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a model errs on the other faces of a group it probably errs on this one too: faces of one
 * person look alike. The robust mean of the others' residuals is drawn towards zero by how much
 * groups differ and how much faces within a group do (the empirical Bayes estimate of a mean; Efron
 * and Morris, "Data analysis using Stein's estimator and its generalizations", JASA 70, 1975).
 */
final class GroupOffsets {
  /** Of a large group, the faces nearest in the data set tell most. */
  private static final int MOST_NEIGHBOURS = 40;

  private static final double LEAST_DEVIATION = 0.15;

  /** Residuals beyond so many standard deviations pull no harder (Huber's weights). */
  private static final double HUBER = 1.5;

  private static final int HUBER_STEPS = 4;

  /** A robust mean is so much less exact than the mean of clean normal values. */
  private static final double ROBUST_VARIANCE = 1.2;

  private final List<double[]> residuals;
  private final int coordinates;
  private final double[] middle;
  private final double[] within;
  private final double[] between;

  private GroupOffsets(List<double[]> residuals, Map<String, List<Integer>> groups) {
    this.residuals = residuals;
    coordinates = residuals.getFirst().length;
    middle = new double[coordinates];
    within = new double[coordinates];
    between = new double[coordinates];
    for (int c = 0; c < coordinates; c++) {
      measure(c, groups);
    }
  }

  /**
   * The expected residuals of each face, by the other faces of its group; zero where there are
   * none.
   *
   * @param residuals of each face; NaN where it is not labelled or not predicted
   * @param names of the groups; empty where nothing is known
   */
  static List<double[]> of(List<double[]> residuals, List<String> names) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int face = 0; face < names.size(); face++) {
      if (!names.get(face).isEmpty()) {
        groups.computeIfAbsent(names.get(face), _ -> new ArrayList<>()).add(face);
      }
    }
    List<double[]> offsets = new ArrayList<>();
    residuals.forEach(face -> offsets.add(new double[face.length]));
    GroupOffsets estimate = new GroupOffsets(residuals, groups);
    for (List<Integer> group : groups.values()) {
      for (int place = 0; place < group.size(); place++) {
        offsets.set(group.get(place), estimate.offset(neighbours(group, place)));
      }
    }
    return offsets;
  }

  private static List<Integer> neighbours(List<Integer> group, int place) {
    int first =
        Math.clamp(place - MOST_NEIGHBOURS / 2, 0, Math.max(0, group.size() - 1 - MOST_NEIGHBOURS));
    int last = Math.min(group.size(), first + MOST_NEIGHBOURS + 1);
    List<Integer> neighbours = new ArrayList<>(group.subList(first, last));
    neighbours.remove(group.get(place));
    return neighbours;
  }

  private void measure(int c, Map<String, List<Integer>> groups) {
    double[] all = values(c, IntStream.range(0, residuals.size()).boxed().toList());
    List<Double> differences = new ArrayList<>();
    for (List<Integer> group : groups.values()) {
      double[] values = values(c, group);
      if (values.length > 1) {
        double mean = StudentT.median(values);
        double correction = Math.sqrt(values.length / (values.length - 1.0));
        Arrays.stream(values).forEach(value -> differences.add((value - mean) * correction));
      }
    }
    if (differences.isEmpty()) {
      within[c] = 1;
      return;
    }
    middle[c] = StudentT.median(all);
    double total = StudentT.medianDeviation(all, middle[c]);
    within[c] =
        Math.max(
            LEAST_DEVIATION,
            StudentT.medianDeviation(
                differences.stream().mapToDouble(Double::doubleValue).toArray(), 0));
    between[c] = Math.max(0, total * total - within[c] * within[c]);
  }

  private double[] values(int c, List<Integer> faces) {
    return faces.stream()
        .mapToDouble(face -> residuals.get(face)[c])
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private double[] offset(List<Integer> others) {
    double[] offset = new double[coordinates];
    for (int c = 0; c < coordinates; c++) {
      double[] values = values(c, others);
      if (values.length > 0) {
        double noise = ROBUST_VARIANCE * within[c] * within[c] / values.length;
        offset[c] = between[c] / (between[c] + noise) * robustMean(values, c);
      }
    }
    return offset;
  }

  /** Huber's estimate of the mean less the middle of all faces, begun at the latter. */
  private double robustMean(double[] values, int c) {
    double mean = 0;
    for (int step = 0; step < HUBER_STEPS; step++) {
      double sum = 0;
      double weights = 0;
      for (double value : values) {
        double difference = value - middle[c];
        double weight = 1 / Math.max(1, Math.abs(difference - mean) / (HUBER * within[c]));
        sum += weight * difference;
        weights += weight;
      }
      mean = sum / weights;
    }
    return mean;
  }
}
