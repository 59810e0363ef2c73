package org.keypointstudio.ghost;

import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;

/**
 * Where a missing keypoint probably is. It is not a label: it is neither saved nor learned from.
 *
 * @param keypoint index in the schema
 * @param x column, in pixels of the face's image
 * @param y row, in pixels of the face's image
 * @param confidence how probable it is that the true place is near, 0 to 1; see {@link Confidence}
 * @param origin who proposes it
 */
public record Ghost(int keypoint, double x, double y, double confidence, Origin origin) {
  private static final double STORED_DIGITS = 1_000;

  /** The label that it becomes when a person accepts it, to a thousandth of a pixel. */
  public Keypoint accepted() {
    return Keypoint.visible(stored(x), stored(y));
  }

  /**
   * A face's labels with this ghost accepted, if nobody has labelled the keypoint, and it is not
   * locked.
   */
  public FaceLabels acceptInto(FaceLabels labels) {
    boolean free =
        labels.annotation().visibility(keypoint) == Visibility.UNLABELLED
            && !labels.isLocked(keypoint);
    return free ? labels.with(keypoint, accepted(), origin) : labels;
  }

  private static double stored(double coordinate) {
    return Math.rint(coordinate * STORED_DIGITS) / STORED_DIGITS;
  }
}
