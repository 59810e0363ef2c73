package org.keypointstudio.project.audit;

import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.model.Keypoint;

/**
 * A suspicious label and what it was when it was judged, so that what became of it can be told.
 *
 * @param suspicion what is said of it
 * @param x column of the label when it was judged, in pixels
 * @param y row of the label when it was judged, in pixels
 */
public record Finding(Suspicion suspicion, double x, double y) {
  /** In pixels. */
  private static final double TOLERANCE = 1.0 / 1024;

  /** Position of the face in the data set, counted from 0. */
  public int face() {
    return suspicion.face();
  }

  /** Index of the keypoint in the schema. */
  public int keypoint() {
    return suspicion.keypoint();
  }

  /** Whether a label stands where the judged one did, but for what files round. */
  public boolean isOf(Keypoint label) {
    return Math.abs(label.x() - x) < TOLERANCE && Math.abs(label.y() - y) < TOLERANCE;
  }
}
