package org.keypointstudio.evaluation;

import java.util.Optional;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/**
 * The distance between a face's eyes, which scales its normalised error.
 *
 * @param pair of keypoints between which it was measured
 * @param pixels longer than zero
 */
public record InterOcularDistance(IndexPair pair, double pixels) {

  /**
   * Measures a face by the first of the schema's pairs that is labelled: the outer eye corners, as
   * in the 300-W benchmark (Sagonas et al., 2013), where there are any, else the eye centres.
   *
   * @return empty if no pair is labelled or its keypoints coincide
   */
  public static Optional<InterOcularDistance> of(KeypointSchema schema, Annotation truth) {
    for (IndexPair pair : schema.interOcularPairs()) {
      Optional<InterOcularDistance> distance = between(pair, truth);
      if (distance.isPresent()) {
        return distance;
      }
    }
    return Optional.empty();
  }

  /**
   * Measures a face by one pair.
   *
   * @return empty if it is not labelled or its keypoints coincide
   */
  public static Optional<InterOcularDistance> between(IndexPair pair, Annotation truth) {
    if (!truth.isPlaced(pair.first()) || !truth.isPlaced(pair.second())) {
      return Optional.empty();
    }
    double pixels =
        Math.hypot(
            truth.x(pair.first()) - truth.x(pair.second()),
            truth.y(pair.first()) - truth.y(pair.second()));
    return pixels > 0 ? Optional.of(new InterOcularDistance(pair, pixels)) : Optional.empty();
  }
}
