package org.keypointstudio.evaluation;

/** Adds up the errors of keypoints. */
final class ErrorSum {
  private int keypoints;
  private double squares;
  private double distances;

  /** Adds a keypoint whose prediction is off by these differences, in pixels. */
  void add(double dx, double dy) {
    keypoints++;
    squares += dx * dx + dy * dy;
    distances += Math.hypot(dx, dy);
  }

  int keypoints() {
    return keypoints;
  }

  /** Root mean square over two scalar coordinates a keypoint; NaN if there is none. */
  double rmse() {
    return Math.sqrt(squares / (2.0 * keypoints));
  }

  /** Mean Euclidean distance; NaN if there is no keypoint. */
  double meanDistance() {
    return distances / keypoints;
  }
}
