package org.keypointstudio.edit;

import java.util.List;
import java.util.Optional;
import org.keypointstudio.model.KeypointSchema;

/** One undoable step, of one face or of several. An immutable value. */
public sealed interface Change permits FaceChange, BatchChange {

  /** What becomes of each face, in the order in which it does. */
  List<FaceChange> steps();

  /** The faces that change, by their positions in the data set. */
  default List<Integer> faces() {
    return steps().stream().map(FaceChange::faceIndex).distinct().toList();
  }

  /** The change that takes this one back. */
  Change inverse();

  /** What was done, for the history: "Move nose tip". */
  String describe(KeypointSchema schema);

  /** Whether it changes nothing. */
  boolean isIdentity();

  /**
   * This change and the next one as a single step, where a person would see them as one (nudging a
   * keypoint several times).
   */
  default Optional<Change> mergedWith(Change next) {
    return Optional.empty();
  }
}
