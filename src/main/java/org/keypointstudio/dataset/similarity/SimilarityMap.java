package org.keypointstudio.dataset.similarity;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.keypointstudio.task.TaskContext;

/**
 * A place in the plane for every image, so that images that look alike lie close together: the
 * first two principal components of their {@link FaceVectors}, which are {@link SmallImages} or
 * what a network makes of them (K. Pearson, "On lines and planes of closest fit", 1901). The
 * components are found by orthogonal iteration (Golub and Van Loan, Matrix Computations, 8.2) on
 * the covariance of at most 4,000 images that are spread over the data set. Immutable.
 */
public final class SimilarityMap {
  private static final int MOST_IMAGES = 4_000;
  private static final int COMPONENTS = 2;
  private static final int ROUNDS = 300;
  private static final double STILL = 1e-7;

  private final double[] xs;
  private final double[] ys;
  private final double[] shares;

  private SimilarityMap(double[] xs, double[] ys, double[] shares) {
    this.xs = xs;
    this.ys = ys;
    this.shares = shares;
  }

  /**
   * Lays images out.
   *
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static SimilarityMap of(FaceVectors images, TaskContext context) {
    int[] known = IntStream.range(0, images.size()).filter(images::isKnown).toArray();
    double[] xs = new double[images.size()];
    double[] ys = new double[images.size()];
    Arrays.fill(xs, Double.NaN);
    Arrays.fill(ys, Double.NaN);
    if (known.length < 2) {
      Arrays.stream(known).forEach(index -> xs[index] = ys[index] = 0);
      return new SimilarityMap(xs, ys, new double[COMPONENTS]);
    }
    int[] sample = spread(known);
    double[] mean = mean(images, sample);
    double[][] covariance = covariance(images, sample, mean, context);
    double[][] axes = axes(covariance, context);
    IntStream.of(known)
        .parallel()
        .forEach(
            index -> {
              xs[index] = along(images, index, mean, axes[0]);
              ys[index] = along(images, index, mean, axes[1]);
            });
    return new SimilarityMap(xs, ys, shares(covariance, axes));
  }

  private static int[] spread(int[] known) {
    int count = Math.min(MOST_IMAGES, known.length);
    return IntStream.range(0, count)
        .map(i -> known[(int) ((long) i * known.length / count)])
        .toArray();
  }

  private static double[] mean(FaceVectors images, int[] sample) {
    double[] mean = new double[images.length()];
    for (int index : sample) {
      for (int cell = 0; cell < mean.length; cell++) {
        mean[cell] += images.at(index, cell) / sample.length;
      }
    }
    return mean;
  }

  private static double[][] covariance(
      FaceVectors images, int[] sample, double[] mean, TaskContext context) {
    int length = images.length();
    float[][] deviations = new float[length][sample.length];
    for (int i = 0; i < sample.length; i++) {
      for (int cell = 0; cell < length; cell++) {
        deviations[cell][i] = (float) (images.at(sample[i], cell) - mean[cell]);
      }
    }
    double[][] covariance = new double[length][length];
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, length)
        .parallel()
        .forEach(
            row -> {
              context.throwIfCancelled();
              for (int column = 0; column <= row; column++) {
                covariance[row][column] =
                    product(deviations[row], deviations[column]) / sample.length;
              }
              context.report(done.incrementAndGet(), length, "Comparing images");
            });
    for (int row = 0; row < length; row++) {
      for (int column = row + 1; column < length; column++) {
        covariance[row][column] = covariance[column][row];
      }
    }
    return covariance;
  }

  /** Four sums at a time, so that none waits for the one before. */
  private static double product(float[] first, float[] second) {
    float one = 0;
    float two = 0;
    float three = 0;
    float four = 0;
    int at = 0;
    for (; at + 3 < first.length; at += 4) {
      one += first[at] * second[at];
      two += first[at + 1] * second[at + 1];
      three += first[at + 2] * second[at + 2];
      four += first[at + 3] * second[at + 3];
    }
    for (; at < first.length; at++) {
      one += first[at] * second[at];
    }
    return (double) one + two + three + four;
  }

  /** Unit vectors, the one with the most variance first; the same for the same images. */
  private static double[][] axes(double[][] covariance, TaskContext context) {
    Random random = new Random(1);
    double[][] axes = new double[COMPONENTS][];
    for (int i = 0; i < COMPONENTS; i++) {
      axes[i] = random.doubles(covariance.length, -1, 1).toArray();
    }
    orthonormalise(axes);
    for (int round = 0; round < ROUNDS; round++) {
      context.throwIfCancelled();
      double[][] next = new double[COMPONENTS][];
      for (int i = 0; i < COMPONENTS; i++) {
        next[i] = times(covariance, axes[i]);
      }
      orthonormalise(next);
      double moved = 0;
      for (int i = 0; i < COMPONENTS; i++) {
        moved = Math.max(moved, 1 - Math.abs(dot(axes[i], next[i])));
      }
      axes = next;
      if (moved < STILL) {
        break;
      }
    }
    return axes;
  }

  /** Gram and Schmidt's way; an axis that is left with nothing stays as long as it is. */
  private static void orthonormalise(double[][] axes) {
    for (int i = 0; i < axes.length; i++) {
      for (int earlier = 0; earlier < i; earlier++) {
        double shared = dot(axes[i], axes[earlier]);
        for (int cell = 0; cell < axes[i].length; cell++) {
          axes[i][cell] -= shared * axes[earlier][cell];
        }
      }
      double length = Math.sqrt(dot(axes[i], axes[i]));
      if (length > 1e-12) {
        for (int cell = 0; cell < axes[i].length; cell++) {
          axes[i][cell] /= length;
        }
      }
    }
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int row = 0; row < vector.length; row++) {
      product[row] = dot(matrix[row], vector);
    }
    return product;
  }

  private static double dot(double[] first, double[] second) {
    double sum = 0;
    for (int cell = 0; cell < first.length; cell++) {
      sum += first[cell] * second[cell];
    }
    return sum;
  }

  private static double along(FaceVectors images, int index, double[] mean, double[] axis) {
    double sum = 0;
    for (int cell = 0; cell < mean.length; cell++) {
      sum += (images.at(index, cell) - mean[cell]) * axis[cell];
    }
    return sum;
  }

  private static double[] shares(double[][] covariance, double[][] axes) {
    double whole = 0;
    for (int cell = 0; cell < covariance.length; cell++) {
      whole += covariance[cell][cell];
    }
    double[] shares = new double[axes.length];
    for (int i = 0; i < axes.length; i++) {
      double variance = dot(axes[i], times(covariance, axes[i]));
      shares[i] = whole > 0 ? variance / whole : 0;
    }
    return shares;
  }

  /** The number of images. */
  public int size() {
    return xs.length;
  }

  /**
   * Where an image lies along the component with the most variance; NaN for one that is not known.
   * The unit is that of the vectors; of small images the standard deviation of an image's greys.
   */
  public double x(int image) {
    return xs[image];
  }

  /** Where an image lies along the component with the second most variance. */
  public double y(int image) {
    return ys[image];
  }

  /** The share of the whole variance that the first (0) or second (1) component carries, 0 to 1. */
  public double share(int component) {
    return shares[component];
  }
}
