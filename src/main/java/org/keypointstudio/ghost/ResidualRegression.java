package org.keypointstudio.ghost;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;

/**
 * How wrong a guess of all keypoints is at those that are labelled tells how wrong it is at the
 * others: ridge regression of the latter errors on the former (Hoerl and Kennard, Technometrics 12,
 * 1970), learned on faces of which everything is known. Errors are divided by the size of the face,
 * so that small and large images can be learned from together.
 *
 * <p>How exact it is on other faces comes from leaving each face out once, which for ridge
 * regression is its error divided by one less its leverage (Allen's PRESS, Technometrics 16, 1974).
 */
final class ResidualRegression {
  private static final int FEWEST_EXAMPLES = 20;

  /** Standard deviation of what labelling itself errs, in face sizes: the ridge is its square. */
  private static final double LABEL_NOISE = 0.015;

  private static final double LEAST_SIZE = 1e-3;

  private final int[] given;
  private final double[][] weights;
  private final double[] deviations;

  /**
   * A face of which everything is known.
   *
   * @param truth all keypoints
   * @param guess what was guessed of them
   */
  record Example(Annotation truth, Annotation guess) {

    /** The errors of the guess, x and y of each keypoint in turn, in face sizes. */
    private double[] errors() {
      double size = unit(guess);
      double[] errors = new double[2 * truth.size()];
      for (int k = 0; k < truth.size(); k++) {
        errors[2 * k] = (truth.x(k) - guess.x(k)) / size;
        errors[2 * k + 1] = (truth.y(k) - guess.y(k)) / size;
      }
      return errors;
    }
  }

  private ResidualRegression(int[] given, double[][] weights, double[] deviations) {
    this.given = given;
    this.weights = weights;
    this.deviations = deviations;
  }

  /**
   * The regression on some keypoints.
   *
   * @param labelled the keypoints whose errors are known
   * @param examples faces to learn from
   * @return empty if they are too few, or no keypoint is labelled
   */
  static Optional<ResidualRegression> learn(BitSet labelled, List<Example> examples) {
    if (labelled.isEmpty() || examples.size() < FEWEST_EXAMPLES) {
      return Optional.empty();
    }
    int[] given = labelled.stream().flatMap(k -> IntStream.of(2 * k, 2 * k + 1)).toArray();
    List<double[]> errors = new ArrayList<>(examples.size());
    examples.forEach(example -> errors.add(example.errors()));
    Cholesky gram = gram(given, errors);
    double[][] weights = new double[errors.getFirst().length][];
    for (int c = 0; c < weights.length; c++) {
      double[] products = new double[given.length];
      for (double[] row : errors) {
        for (int i = 0; i < given.length; i++) {
          products[i] += row[given[i]] * row[c];
        }
      }
      weights[c] = gram.solve(products);
    }
    return Optional.of(
        new ResidualRegression(given, weights, deviations(given, weights, gram, errors)));
  }

  private static Cholesky gram(int[] given, List<double[]> errors) {
    double[][] gram = new double[given.length][given.length];
    for (double[] row : errors) {
      for (int i = 0; i < given.length; i++) {
        for (int j = 0; j <= i; j++) {
          gram[i][j] += row[given[i]] * row[given[j]];
        }
      }
    }
    for (int i = 0; i < given.length; i++) {
      gram[i][i] += errors.size() * LABEL_NOISE * LABEL_NOISE;
    }
    return Cholesky.of(gram);
  }

  private static double[] deviations(
      int[] given, double[][] weights, Cholesky gram, List<double[]> errors) {
    double[] squares = new double[weights.length / 2];
    for (double[] row : errors) {
      double[] known = known(given, row);
      double rest = 1 - dot(known, gram.solve(known));
      for (int c = 0; c < weights.length; c++) {
        double leftOut = (row[c] - dot(weights[c], known)) / rest;
        squares[c / 2] += leftOut * leftOut;
      }
    }
    for (int k = 0; k < squares.length; k++) {
      squares[k] = Math.sqrt(squares[k] / (2 * errors.size()));
    }
    return squares;
  }

  private static double[] known(int[] given, double[] row) {
    double[] known = new double[given.length];
    for (int i = 0; i < given.length; i++) {
      known[i] = row[given[i]];
    }
    return known;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** A guess, less what it is probably wrong by, as the labelled keypoints show. */
  Annotation corrected(Annotation guess, Annotation labels) {
    double size = unit(guess);
    double[] known = known(given, new Example(labels, guess).errors());
    double[] xy = new double[weights.length];
    for (int c = 0; c < weights.length; c++) {
      double guessed = c % 2 == 0 ? guess.x(c / 2) : guess.y(c / 2);
      xy[c] = guessed + size * dot(weights[c], known);
    }
    return Annotation.ofCoordinates(xy);
  }

  /**
   * The standard deviation of each coordinate's error that is left on a face that was not learned
   * from, in pixels, one a keypoint.
   *
   * @param guess of that face
   */
  double[] deviations(Annotation guess) {
    double size = unit(guess);
    double[] inPixels = deviations.clone();
    for (int k = 0; k < inPixels.length; k++) {
      inPixels[k] *= size;
    }
    return inPixels;
  }

  /** The size of a face; never zero, though a bad model may see all keypoints in one place. */
  private static double unit(Annotation guess) {
    return Math.max(LEAST_SIZE, size(guess));
  }

  /** Root mean square distance of the keypoints from their centre, in pixels. */
  static double size(Annotation points) {
    double sumX = 0;
    double sumY = 0;
    double squares = 0;
    int count = 0;
    for (int k = 0; k < points.size(); k++) {
      if (points.isPlaced(k)) {
        sumX += points.x(k);
        sumY += points.y(k);
        squares += points.x(k) * points.x(k) + points.y(k) * points.y(k);
        count++;
      }
    }
    return count == 0
        ? 0
        : Math.sqrt(Math.max(0, squares / count - (sumX * sumX + sumY * sumY) / count / count));
  }
}
