package org.keypointstudio.audit;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.special.Gamma;

/** The Student-t distribution of some keypoints of a face, ready to be evaluated. */
final class Marginal {
  private static final double SYMMETRY_TOLERANCE = 1e-6;
  private static final double POSITIVITY_TOLERANCE = 1e-12;

  private final int[] coordinates;
  private final double[] mean;
  private final double[][] precision;
  private final double logDeterminant;
  private final double degreesOfFreedom;

  private Marginal(
      int[] coordinates,
      double[] mean,
      double[][] precision,
      double logDeterminant,
      double degreesOfFreedom) {
    this.coordinates = coordinates;
    this.mean = mean;
    this.precision = precision;
    this.logDeterminant = logDeterminant;
    this.degreesOfFreedom = degreesOfFreedom;
  }

  /**
   * The part of a distribution of all coordinates.
   *
   * @param keypoints ascending
   */
  static Marginal of(
      List<Integer> keypoints, double[] mean, double[][] scale, double degreesOfFreedom) {
    int[] coordinates = new int[2 * keypoints.size()];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = 2 * keypoints.get(i / 2) + i % 2;
    }
    double[] part = new double[coordinates.length];
    double[][] block = new double[coordinates.length][coordinates.length];
    for (int i = 0; i < coordinates.length; i++) {
      part[i] = mean[coordinates[i]];
      for (int j = 0; j < coordinates.length; j++) {
        block[i][j] = scale[coordinates[i]][coordinates[j]];
      }
    }
    CholeskyDecomposition factors =
        new CholeskyDecomposition(
            new Array2DRowRealMatrix(block, false), SYMMETRY_TOLERANCE, POSITIVITY_TOLERANCE);
    double logDeterminant = 0;
    for (int i = 0; i < coordinates.length; i++) {
      logDeterminant += 2 * Math.log(factors.getL().getEntry(i, i));
    }
    return new Marginal(
        coordinates,
        part,
        factors.getSolver().getInverse().getData(),
        logDeterminant,
        degreesOfFreedom);
  }

  /** The number of coordinates. */
  int size() {
    return coordinates.length;
  }

  /** The position among all coordinates of one of these. */
  int coordinate(int index) {
    return coordinates[index];
  }

  /** The values at these coordinates less their means. */
  double[] deviations(double[] values) {
    double[] deviations = new double[coordinates.length];
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] = values[coordinates[i]] - mean[i];
    }
    return deviations;
  }

  /** The inverse of the scale matrix times a vector. */
  double[] times(double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(precision[i], vector);
    }
    return product;
  }

  /** An entry of the inverse of the scale matrix. */
  double precision(int row, int column) {
    return precision[row][column];
  }

  /** The squared Mahalanobis distance of deviations from the mean. */
  double squaredDistance(double[] deviations) {
    return dot(deviations, times(deviations));
  }

  /** The logarithm of the determinant of the scale matrix. */
  double logDeterminant() {
    return logDeterminant;
  }

  /** The logarithm of the density at a squared Mahalanobis distance. */
  double logDensity(double squaredDistance) {
    return logDensity(squaredDistance, size(), logDeterminant);
  }

  /** The same for another number of coordinates and another determinant of their scale matrix. */
  double logDensity(double squaredDistance, int dimensions, double logDeterminantOfThem) {
    double half = (degreesOfFreedom + dimensions) / 2;
    return Gamma.logGamma(half)
        - Gamma.logGamma(degreesOfFreedom / 2)
        - dimensions / 2.0 * Math.log(degreesOfFreedom * Math.PI)
        - logDeterminantOfThem / 2
        - half * Math.log1p(squaredDistance / degreesOfFreedom);
  }

  static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
