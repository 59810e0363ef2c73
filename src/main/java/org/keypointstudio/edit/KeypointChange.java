package org.keypointstudio.edit;

import java.util.Optional;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;

/**
 * One keypoint is placed, moved, cleared, or gets another visibility.
 *
 * @param faceIndex position of the face in the data set
 * @param keypointIndex position of the keypoint in the schema
 * @param before what it was
 * @param after what it becomes
 */
public record KeypointChange(int faceIndex, int keypointIndex, Keypoint before, Keypoint after)
    implements Change {

  @Override
  public Annotation applyTo(Annotation annotation) {
    return annotation.with(keypointIndex, after);
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
    if (before.visibility() == after.visibility()) {
      return "Move";
    }
    if (after.visibility() == Visibility.UNLABELLED) {
      return "Clear";
    }
    return before.isPlaced() || after.visibility() == Visibility.ABSENT
        ? "Mark as " + after.visibility().displayName() + ":"
        : "Place";
  }

  @Override
  public boolean isIdentity() {
    return before.equals(after);
  }

  /** Two moves of the same keypoint are one. */
  @Override
  public Optional<Change> mergedWith(Change next) {
    boolean sameKeypointMovesOn =
        next instanceof KeypointChange move
            && move.faceIndex == faceIndex
            && move.keypointIndex == keypointIndex
            && isMove()
            && move.isMove();
    return sameKeypointMovesOn
        ? Optional.of(
            new KeypointChange(faceIndex, keypointIndex, before, ((KeypointChange) next).after))
        : Optional.empty();
  }

  private boolean isMove() {
    return before.isPlaced() && before.visibility() == after.visibility();
  }
}
