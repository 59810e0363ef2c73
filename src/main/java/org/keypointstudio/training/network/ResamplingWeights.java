package org.keypointstudio.training.network;

import java.util.function.IntToDoubleFunction;

/**
 * Weights of a triangle filter along one axis: bilinear interpolation when an image grows, and a
 * triangle as wide as the reduction, which averages what falls together, when it shrinks.
 */
final class ResamplingWeights {
  /** For each target position the first source position that counts. */
  private final int[] first;

  /** For each target position the shares of the source positions from there on; they sum to 1. */
  private final double[][] weights;

  private ResamplingWeights(int[] first, double[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  static ResamplingWeights of(int from, int to) {
    double scale = (double) from / to;
    double radius = Math.max(1, scale);
    int[] first = new int[to];
    double[][] weights = new double[to][];
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale - 0.5;
      int low = Math.max(0, (int) Math.ceil(centre - radius));
      int high = Math.min(from - 1, (int) Math.floor(centre + radius));
      double[] shares = new double[high - low + 1];
      double sum = 0;
      for (int j = 0; j < shares.length; j++) {
        shares[j] = Math.max(0, 1 - Math.abs(low + j - centre) / radius);
        sum += shares[j];
      }
      for (int j = 0; j < shares.length; j++) {
        shares[j] /= sum;
      }
      first[i] = low;
      weights[i] = shares;
    }
    return new ResamplingWeights(first, weights);
  }

  double apply(int position, IntToDoubleFunction source) {
    double value = 0;
    double[] shares = weights[position];
    for (int j = 0; j < shares.length; j++) {
      value += shares[j] * source.applyAsDouble(first[position] + j);
    }
    return value;
  }
}
