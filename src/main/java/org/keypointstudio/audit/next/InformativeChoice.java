package org.keypointstudio.audit.next;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.keypointstudio.task.CancelToken;

/**
 * Chooses the faces that tell most of all the others: greedy transductive experimental design (Yu,
 * Bi and Tresp, "Active learning via transductive experimental design", ICML 2006). Were keypoints
 * a linear function of how faces look, each labelled face would make the places on all faces more
 * certain that look like it. The next one is that which makes the sum over all faces, each weighted
 * by how unsure the models are of it, the most certain. Such a face is typical of many and unlike
 * those that are labelled; what looks like nothing else tells only of itself.
 *
 * <p>With looks φ, the covariance of what is unknown is φᵢᵀPφⱼ, where P = (I + Σφφᵀ/λ)⁻¹ over the
 * labelled faces, and labelling c takes Σᵢwᵢ(φᵢᵀPφ_c)²/(λ + φ_cᵀPφ_c) from Σᵢwᵢφᵢᵀ Pφᵢ. For each
 * face Pφ and MPφ are kept, M = Σᵢwᵢφᵢφᵢᵀ, and changed by each choice in time linear in the looks.
 */
final class InformativeChoice {
  /** λ: how far labels of equal looks differ, against how far all do. */
  private static final double NOISE = 0.1;

  private static final double SMALLEST = 1e-9;

  private final CancelToken cancelToken;
  private final float[][] looks;
  private final float[][] known;
  private final float[][] weighed;
  private final double[] weights;

  /**
   * A choice from faces.
   *
   * @param looks one vector a face that can be chosen
   * @param labelled those of labelled faces
   * @param weights how much each face that can be chosen matters, 0 or more
   */
  InformativeChoice(
      List<float[]> looks, List<float[]> labelled, double[] weights, CancelToken cancelToken) {
    this.cancelToken = cancelToken;
    this.weights = weights;
    float[] mean = mean(looks, labelled);
    this.looks = looks.stream().map(look -> directed(look, mean)).toArray(float[][]::new);
    double[][] precision =
        inverse(labelled.stream().map(look -> directed(look, mean)).toList(), mean.length);
    double[][] importance = importance(mean.length);
    this.known = products(precision, this.looks);
    this.weighed = products(importance, known);
  }

  /**
   * One choice.
   *
   * @param place among the faces that can be chosen
   * @param novelty how little is known of its look, 0 to 1
   * @param gain what it tells of all faces, as a share of what was unknown at the beginning
   */
  record Choice(int place, double novelty, double gain) {}

  /**
   * The faces to label, the one that tells most first.
   *
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  List<Choice> choose(int count) {
    double unknown =
        IntStream.range(0, looks.length).mapToDouble(i -> weights[i] * variance(i)).sum();
    boolean[] taken = new boolean[looks.length];
    List<Choice> chosen = new ArrayList<>();
    while (chosen.size() < Math.min(count, looks.length)) {
      cancelToken.throwIfCancelled();
      double[] gains =
          IntStream.range(0, looks.length)
              .parallel()
              .mapToDouble(i -> taken[i] ? -1 : gain(i))
              .toArray();
      int best = 0;
      for (int i = 1; i < gains.length; i++) {
        best = gains[i] > gains[best] ? i : best;
      }
      taken[best] = true;
      double length = dot(looks[best], looks[best]);
      chosen.add(
          new Choice(
              best,
              length > 0 ? Math.clamp(variance(best) / length, 0, 1) : 0,
              unknown > SMALLEST ? gains[best] / unknown : 0));
      learn(best);
    }
    return List.copyOf(chosen);
  }

  private double variance(int face) {
    return Math.max(0, dot(looks[face], known[face]));
  }

  private double gain(int face) {
    return Math.max(0, dot(known[face], weighed[face])) / (NOISE + variance(face));
  }

  /** The face will be labelled: what it tells of each other is known from now on. */
  private void learn(int face) {
    double divisor = NOISE + variance(face);
    float[] told = known[face].clone();
    float[] toldWeighed = weighed[face].clone();
    IntStream.range(0, looks.length)
        .parallel()
        .forEach(
            i -> {
              double share = dot(looks[i], told) / divisor;
              for (int d = 0; d < told.length; d++) {
                known[i][d] -= (float) (share * told[d]);
                weighed[i][d] -= (float) (share * toldWeighed[d]);
              }
            });
  }

  private static float[] mean(List<float[]> looks, List<float[]> labelled) {
    double[] sums = new double[looks.getFirst().length];
    for (List<float[]> part : List.of(looks, labelled)) {
      for (float[] look : part) {
        for (int d = 0; d < sums.length; d++) {
          sums[d] += look[d];
        }
      }
    }
    float[] mean = new float[sums.length];
    for (int d = 0; d < sums.length; d++) {
      mean[d] = (float) (sums[d] / (looks.size() + labelled.size()));
    }
    return mean;
  }

  /** The direction from the mean, of length 1; all zero at the mean itself. */
  private static float[] directed(float[] look, float[] mean) {
    float[] directed = new float[look.length];
    for (int d = 0; d < look.length; d++) {
      directed[d] = look[d] - mean[d];
    }
    double length = Math.sqrt(dot(directed, directed));
    for (int d = 0; d < look.length; d++) {
      directed[d] = length > SMALLEST ? (float) (directed[d] / length) : 0;
    }
    return directed;
  }

  private double[][] inverse(List<float[]> labelled, int size) {
    double[][] precision = new double[size][size];
    for (int d = 0; d < size; d++) {
      precision[d][d] = 1;
    }
    if (labelled.isEmpty()) {
      return precision;
    }
    double[] each = new double[labelled.size()];
    Arrays.fill(each, 1 / NOISE);
    addProducts(precision, labelled.toArray(float[][]::new), each);
    return new CholeskyDecomposition(new Array2DRowRealMatrix(precision, false))
        .getSolver()
        .getInverse()
        .getData();
  }

  private double[][] importance(int size) {
    double[][] importance = new double[size][size];
    addProducts(importance, looks, weights);
    return importance;
  }

  /** Adds the weighted outer products of vectors to a matrix. */
  private void addProducts(double[][] matrix, float[][] vectors, double[] factors) {
    IntStream.range(0, matrix.length)
        .parallel()
        .forEach(
            row -> {
              cancelToken.throwIfCancelled();
              for (int i = 0; i < vectors.length; i++) {
                double factor = factors[i] * vectors[i][row];
                for (int column = 0; column < matrix.length; column++) {
                  matrix[row][column] += factor * vectors[i][column];
                }
              }
            });
  }

  private float[][] products(double[][] matrix, float[][] vectors) {
    return Arrays.stream(vectors)
        .parallel()
        .map(
            vector -> {
              cancelToken.throwIfCancelled();
              float[] product = new float[vector.length];
              for (int row = 0; row < product.length; row++) {
                double sum = 0;
                for (int column = 0; column < product.length; column++) {
                  sum += matrix[row][column] * vector[column];
                }
                product[row] = (float) sum;
              }
              return product;
            })
        .toArray(float[][]::new);
  }

  private static double dot(float[] one, float[] other) {
    double product = 0;
    for (int d = 0; d < one.length; d++) {
      product += (double) one[d] * other[d];
    }
    return product;
  }
}
