package org.keypointstudio.edit.merge;

import org.keypointstudio.model.Keypoint;

/** Something of a face that both sides changed, and not to the same. */
public sealed interface Conflict {

  /** The face, by its position in the data set. */
  int faceIndex();

  /**
   * A keypoint that stands elsewhere, or is in another state, on each side.
   *
   * @param base what both began with
   */
  record OfKeypoint(int faceIndex, int keypointIndex, Keypoint base, Keypoint ours, Keypoint theirs)
      implements Conflict {}

  /**
   * A note that says something else on each side.
   *
   * @param base what both began with
   */
  record OfNote(int faceIndex, String base, String ours, String theirs) implements Conflict {}
}
