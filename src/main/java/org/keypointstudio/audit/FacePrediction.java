package org.keypointstudio.audit;

import org.keypointstudio.model.Annotation;

/**
 * What a model that has not learned from a face says of it, shown it as it is and mirrored. Where
 * the two answers differ, the model is not sure.
 *
 * @param straight the answer for the face as it is, in pixels of its image
 * @param mirrored the answer for the mirrored face, brought back onto the face as it is
 */
public record FacePrediction(Annotation straight, Annotation mirrored) {

  /** Whether the model places a keypoint. */
  public boolean isPlaced(int keypoint) {
    return straight.isPlaced(keypoint) && mirrored.isPlaced(keypoint);
  }

  /** The middle of both answers along x, in pixels; NaN if the keypoint is not placed. */
  public double x(int keypoint) {
    return (straight.x(keypoint) + mirrored.x(keypoint)) / 2;
  }

  /** The middle of both answers along y, in pixels; NaN if the keypoint is not placed. */
  public double y(int keypoint) {
    return (straight.y(keypoint) + mirrored.y(keypoint)) / 2;
  }

  /** Root mean square distance of the two answers over all placed keypoints, in pixels. */
  public double disagreement() {
    double squares = 0;
    int count = 0;
    for (int k = 0; k < straight.size(); k++) {
      if (isPlaced(k)) {
        double distance = straight.keypoint(k).distanceTo(mirrored.keypoint(k));
        squares += distance * distance;
        count++;
      }
    }
    return count == 0 ? 0 : Math.sqrt(squares / count);
  }
}
