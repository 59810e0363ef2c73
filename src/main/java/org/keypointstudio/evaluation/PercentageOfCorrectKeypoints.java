package org.keypointstudio.evaluation;

import java.util.List;
import java.util.Optional;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;

/**
 * PCK@α: the share of labelled keypoints whose prediction is at most α times the face's
 * inter-ocular distance away (Yang and Ramanan, 2013, with the scale that is customary for faces).
 *
 * @param share 0 to 1; NaN without keypoints
 * @param keypoints that were compared: the labelled ones of faces with an inter-ocular distance
 */
public record PercentageOfCorrectKeypoints(double share, int keypoints) {

  /**
   * Counts over all faces.
   *
   * @param alpha α, greater than 0
   */
  public static PercentageOfCorrectKeypoints of(
      KeypointSchema schema, List<Annotation> truths, List<Annotation> predictions, double alpha) {
    int compared = 0;
    int correct = 0;
    for (int face = 0; face < truths.size(); face++) {
      Annotation truth = truths.get(face);
      Optional<InterOcularDistance> eyes = InterOcularDistance.of(schema, truth);
      for (int keypoint = 0; eyes.isPresent() && keypoint < truth.size(); keypoint++) {
        if (truth.isPlaced(keypoint)) {
          double distance =
              truth.keypoint(keypoint).distanceTo(predictions.get(face).keypoint(keypoint));
          compared++;
          correct += distance <= alpha * eyes.get().pixels() ? 1 : 0;
        }
      }
    }
    return new PercentageOfCorrectKeypoints((double) correct / compared, compared);
  }
}
