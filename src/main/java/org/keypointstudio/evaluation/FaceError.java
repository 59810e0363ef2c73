package org.keypointstudio.evaluation;

/**
 * The error of one face, over its labelled keypoints.
 *
 * @param face position in the data set, counted from 0
 * @param keypoints number of labelled keypoints; nothing else is measured if it is 0
 * @param rmse root mean squared error of the scalar coordinates, in pixels; NaN without keypoints
 * @param meanDistance mean Euclidean distance, in pixels; NaN without keypoints
 * @param nme mean distance divided by the inter-ocular distance; NaN without keypoints or without a
 *     labelled pair of eyes
 */
public record FaceError(int face, int keypoints, double rmse, double meanDistance, double nme) {

  /** Whether the face has what the normalised error needs. */
  public boolean isNormalised() {
    return !Double.isNaN(nme);
  }
}
