package org.keypointstudio.edit;

import java.util.Optional;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;

/**
 * One keypoint is placed, moved, cleared, or gets another visibility.
 *
 * @param faceIndex position of the face in the data set
 * @param keypointIndex position of the keypoint in the schema
 * @param before what it was
 * @param after what it becomes
 */
public record KeypointChange(int faceIndex, int keypointIndex, State before, State after)
    implements FaceChange {

  /**
   * A keypoint and who said where it is.
   *
   * @param keypoint place and visibility
   * @param origin who said so
   */
  public record State(Keypoint keypoint, Origin origin) {
    /** The state of a face's keypoint. */
    static State of(FaceLabels labels, int keypointIndex) {
      return new State(labels.annotation().keypoint(keypointIndex), labels.origin(keypointIndex));
    }

    private Visibility visibility() {
      return keypoint.visibility();
    }
  }

  @Override
  public FaceLabels applyTo(FaceLabels labels) {
    return labels.with(keypointIndex, after.keypoint, after.origin);
  }

  @Override
  public KeypointChange inverse() {
    return new KeypointChange(faceIndex, keypointIndex, after, before);
  }

  @Override
  public String describe(KeypointSchema schema) {
    return verb() + " " + schema.displayName(keypointIndex);
  }

  private String verb() {
    if (after.origin.isAccepted() && !before.keypoint.isPlaced()) {
      return "Accept";
    }
    if (before.visibility() == after.visibility()) {
      return "Move";
    }
    if (after.visibility() == Visibility.UNLABELLED) {
      return "Clear";
    }
    return before.keypoint.isPlaced() || after.visibility() == Visibility.ABSENT
        ? "Mark as " + after.visibility().displayName() + ":"
        : "Place";
  }

  /**
   * The same place and visibility from another origin is no change: it is still who said so first.
   */
  @Override
  public boolean isIdentity() {
    return before.keypoint.equals(after.keypoint);
  }

  /** Two moves of the same keypoint are one. */
  @Override
  public Optional<Change> mergedWith(Change next) {
    return next instanceof KeypointChange move
            && move.faceIndex == faceIndex
            && move.keypointIndex == keypointIndex
            && isMove()
            && move.isMove()
        ? Optional.of(new KeypointChange(faceIndex, keypointIndex, before, move.after))
        : Optional.empty();
  }

  private boolean isMove() {
    return before.keypoint.isPlaced() && before.visibility() == after.visibility();
  }
}
