package org.keypointstudio.evaluation.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;

/**
 * Whether a model knows when it errs. How unsure it is of a keypoint is told by how far its answer
 * for the face (or the middle of both, if that is what it predicts) lies from its answer for the
 * mirrored face; that is held against the distance from the label. A reliable model errs more where
 * it is less sure.
 *
 * @param bins the labelled keypoints in ten equal parts, the surest first
 * @param rankCorrelation Spearman's, between the two distances: 1 if the unsure ones are always the
 *     wrong ones, 0 if there is no connection; NaN with fewer than two keypoints
 * @param worstTenthFound share of the tenth with the largest errors that is in the tenth of which
 *     the model is least sure; 0.1 by chance
 */
public record Calibration(List<Bin> bins, double rankCorrelation, double worstTenthFound) {
  private static final int BINS = 10;

  /** Of more keypoints every second face is taken, or every third, and so on. */
  private static final int MOST_KEYPOINTS = 500_000;

  /**
   * A tenth of the keypoints.
   *
   * @param keypoints how many
   * @param disagreement mean distance between both answers, in pixels
   * @param error mean distance from the label, in pixels
   * @param faces that they are on, ascending
   */
  public record Bin(int keypoints, double disagreement, double error, List<Integer> faces) {
    /** Copies the list. */
    public Bin {
      faces = List.copyOf(faces);
    }
  }

  /** Copies the list. */
  public Calibration {
    bins = List.copyOf(bins);
  }

  /** Holds the distances against each other. */
  static Calibration of(
      List<Annotation> truths,
      List<Annotation> predictions,
      List<Annotation> mirrored,
      List<Integer> faces) {
    List<double[]> points = new ArrayList<>();
    long keypoints = faces.stream().mapToLong(face -> truths.get(face).placedCount()).sum();
    int stride = (int) Math.ceilDiv(Math.max(keypoints, 1), MOST_KEYPOINTS);
    for (int place = 0; place < faces.size(); place += stride) {
      int face = faces.get(place);
      Annotation truth = truths.get(face);
      for (int k = 0; k < truth.size(); k++) {
        if (truth.isPlaced(k)) {
          Annotation predicted = predictions.get(face);
          points.add(
              new double[] {
                distance(predicted, mirrored.get(face), k), distance(predicted, truth, k), face
              });
        }
      }
    }
    return of(points);
  }

  private static double distance(Annotation one, Annotation other, int keypoint) {
    return Math.hypot(one.x(keypoint) - other.x(keypoint), one.y(keypoint) - other.y(keypoint));
  }

  private static Calibration of(List<double[]> points) {
    points.sort(Comparator.comparingDouble(point -> point[0]));
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      List<double[]> part =
          points.subList(bin * points.size() / BINS, (bin + 1) * points.size() / BINS);
      if (!part.isEmpty()) {
        bins.add(
            new Bin(
                part.size(),
                part.stream().mapToDouble(point -> point[0]).average().orElseThrow(),
                part.stream().mapToDouble(point -> point[1]).average().orElseThrow(),
                part.stream().map(point -> (int) point[2]).distinct().sorted().toList()));
      }
    }
    double[] disagreementRanks = ranks(points, 0);
    double[] errorRanks = ranks(points, 1);
    double largest = points.size() * (1 - 1.0 / BINS);
    int worst = 0;
    int found = 0;
    for (int i = 0; i < points.size(); i++) {
      worst += errorRanks[i] >= largest ? 1 : 0;
      found += errorRanks[i] >= largest && disagreementRanks[i] >= largest ? 1 : 0;
    }
    return new Calibration(
        bins, correlation(disagreementRanks, errorRanks), (double) found / worst);
  }

  /** Ranks from 0 on; equal values share their mean rank. */
  private static double[] ranks(List<double[]> points, int column) {
    List<Integer> order =
        IntStream.range(0, points.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> points.get(i)[column]))
            .toList();
    double[] ranks = new double[points.size()];
    int from = 0;
    while (from < order.size()) {
      int to = from;
      while (to + 1 < order.size()
          && points.get(order.get(to + 1))[column] == points.get(order.get(from))[column]) {
        to++;
      }
      for (int i = from; i <= to; i++) {
        ranks[order.get(i)] = (from + to) / 2.0;
      }
      from = to + 1;
    }
    return ranks;
  }

  private static double correlation(double[] one, double[] other) {
    double mean = (one.length - 1) / 2.0;
    double product = 0;
    double ones = 0;
    double others = 0;
    for (int i = 0; i < one.length; i++) {
      product += (one[i] - mean) * (other[i] - mean);
      ones += (one[i] - mean) * (one[i] - mean);
      others += (other[i] - mean) * (other[i] - mean);
    }
    return product / Math.sqrt(ones * others);
  }
}
