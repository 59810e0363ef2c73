package org.keypointstudio.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * How the normalised errors of faces are distributed: cumulative error distribution (CED), area
 * under it (AUC) and failure rate, as the 300-W and Menpo benchmarks report them.
 */
public final class ErrorDistribution {
  /** The threshold up to which the curve is customarily judged. */
  public static final double CUSTOMARY_THRESHOLD = 0.08;

  private final double[] sortedErrors;

  private ErrorDistribution(double[] sortedErrors) {
    this.sortedErrors = sortedErrors;
  }

  /** The distribution of the faces that have a normalised error; the others do not count. */
  public static ErrorDistribution of(List<FaceError> faces) {
    return new ErrorDistribution(
        faces.stream()
            .filter(FaceError::isNormalised)
            .mapToDouble(FaceError::nme)
            .sorted()
            .toArray());
  }

  /** The number of faces that count. */
  public int faces() {
    return sortedErrors.length;
  }

  /** Mean normalised error; NaN without faces. */
  public double mean() {
    return Arrays.stream(sortedErrors).average().orElse(Double.NaN);
  }

  /**
   * CED(e): the share of faces whose normalised error is at most {@code error}; NaN without faces.
   */
  public double cumulative(double error) {
    int atMost = 0;
    while (atMost < sortedErrors.length && sortedErrors[atMost] <= error) {
      atMost++;
    }
    return sortedErrors.length == 0 ? Double.NaN : (double) atMost / sortedErrors.length;
  }

  /**
   * (1/τ) · ∫ CED(e) de from 0 to τ, exactly: a face with error e has the area (τ − e)/τ under its
   * step, or none.
   *
   * @param threshold τ, greater than 0
   * @return 0 (no face is below τ) to 1 (all errors are zero); NaN without faces
   */
  public double areaUnderCurve(double threshold) {
    return Arrays.stream(sortedErrors)
        .map(error -> Math.max(0, threshold - error) / threshold)
        .average()
        .orElse(Double.NaN);
  }

  /** 1 − CED(τ): the share of faces with a larger error; NaN without faces. */
  public double failureRate(double threshold) {
    return 1 - cumulative(threshold);
  }

  /** The errors in ascending order: the curve's steps. */
  public double[] sortedErrors() {
    return sortedErrors.clone();
  }
}
