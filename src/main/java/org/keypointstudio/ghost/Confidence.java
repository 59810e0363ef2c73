package org.keypointstudio.ghost;

import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/**
 * How probable it is that a ghost is near the true place: within 8 % of the distance between the
 * eyes, beyond which an evaluation counts a face as failed. The errors in x and y are taken to be
 * normal with the same deviation σ, so that the distance follows Rayleigh's distribution and the
 * probability is 1 − exp(−r² / 2σ²).
 */
final class Confidence {
  private static final double NEAR = 0.08;

  private Confidence() {}

  /**
   * The probability.
   *
   * @param near how far away still counts as near, in pixels
   * @param deviation σ, of each coordinate's error, in pixels; NaN if it is not known
   * @return 0 to 1; 0 if the deviation is not known
   */
  static double of(double near, double deviation) {
    return Double.isNaN(deviation) ? 0 : 1 - Math.exp(-near * near / (2 * deviation * deviation));
  }

  /**
   * How far away still counts as near on a face, in pixels.
   *
   * @param points of the face, labelled or predicted. Without a pair of eyes, the root mean square
   *     distance of the points from their centre stands for the distance between the eyes
   */
  static double near(KeypointSchema schema, Annotation points) {
    for (IndexPair pair : schema.interOcularPairs()) {
      double eyes = points.keypoint(pair.first()).distanceTo(points.keypoint(pair.second()));
      if (eyes > 0) {
        return NEAR * eyes;
      }
    }
    return NEAR * ResidualRegression.size(points);
  }
}
