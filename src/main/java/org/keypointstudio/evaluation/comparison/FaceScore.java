package org.keypointstudio.evaluation.comparison;

import java.util.Optional;
import org.keypointstudio.evaluation.InterOcularDistance;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;

/**
 * The errors of one model on one face, over its labelled keypoints.
 *
 * @param face position in the data set, counted from 0
 * @param keypoints number of labelled keypoints, at least 1
 * @param squares sum of the squared differences of all scalar coordinates, in pixels²
 * @param meanDistance mean Euclidean distance, in pixels
 * @param nme mean distance divided by the inter-ocular distance; NaN without labelled eyes
 * @param correct keypoints at most {@link Measure#PCK_ALPHA} inter-ocular distances away; 0 without
 *     labelled eyes
 * @param similarity object keypoint similarity, 0 to 1; NaN without labelled eyes
 * @param worstDistance the largest distance, in pixels
 */
public record FaceScore(
    int face,
    int keypoints,
    double squares,
    double meanDistance,
    double nme,
    int correct,
    double similarity,
    double worstDistance) {

  /**
   * Scores a face.
   *
   * @param predicted places every keypoint that is labelled
   */
  public static FaceScore of(
      KeypointSchema schema, int face, Annotation truth, Annotation predicted) {
    Optional<InterOcularDistance> eyes = InterOcularDistance.of(schema, truth);
    double scale = eyes.map(InterOcularDistance::pixels).orElse(Double.NaN);
    int keypoints = 0;
    int correct = 0;
    double squares = 0;
    double distances = 0;
    double similarities = 0;
    double worst = 0;
    for (int keypoint = 0; keypoint < truth.size(); keypoint++) {
      if (truth.isPlaced(keypoint)) {
        double dx = predicted.x(keypoint) - truth.x(keypoint);
        double dy = predicted.y(keypoint) - truth.y(keypoint);
        double distance = Math.hypot(dx, dy);
        keypoints++;
        squares += dx * dx + dy * dy;
        distances += distance;
        worst = Math.max(worst, distance);
        correct += distance <= Measure.PCK_ALPHA * scale ? 1 : 0;
        similarities += Measure.similarity(distance, scale);
      }
    }
    return new FaceScore(
        face,
        keypoints,
        squares,
        distances / keypoints,
        distances / keypoints / scale,
        correct,
        similarities / keypoints,
        worst);
  }

  /** Root mean squared error of the scalar coordinates, in pixels. */
  public double rmse() {
    return Math.sqrt(squares / (2.0 * keypoints));
  }

  /** Whether the face has a labelled pair of eyes. */
  public boolean isNormalised() {
    return !Double.isNaN(nme);
  }
}
