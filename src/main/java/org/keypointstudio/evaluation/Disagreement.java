package org.keypointstudio.evaluation;

import java.util.List;
import org.keypointstudio.model.Annotation;

/** How far several models' predictions for the same face lie apart. No labels are needed. */
public final class Disagreement {
  private Disagreement() {}

  /**
   * Root mean square distance, in pixels, over all keypoints and all pairs of predictions in which
   * both place the keypoint. Every keypoint counts, so that a single one that is far off is seen.
   *
   * @param predictions of one face, one a model
   * @return 0 if fewer than two predictions can be held against each other
   */
  public static double of(List<Annotation> predictions) {
    double squares = 0;
    int distances = 0;
    for (int one = 0; one < predictions.size(); one++) {
      for (int other = one + 1; other < predictions.size(); other++) {
        Annotation first = predictions.get(one);
        Annotation second = predictions.get(other);
        for (int keypoint = 0; keypoint < first.size(); keypoint++) {
          if (first.isPlaced(keypoint) && second.isPlaced(keypoint)) {
            double dx = first.x(keypoint) - second.x(keypoint);
            double dy = first.y(keypoint) - second.y(keypoint);
            squares += dx * dx + dy * dy;
            distances++;
          }
        }
      }
    }
    return distances == 0 ? 0 : Math.sqrt(squares / distances);
  }
}
