package org.keypointstudio.edit;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;

/**
 * Anything about a face changes at once: several keypoints, locks, notes.
 *
 * @param faceIndex position of the face in the data set
 * @param before what the labels were
 * @param after what they become
 * @param text what was done, for the history: "Swap left and right"
 */
public record LabelsChange(int faceIndex, FaceLabels before, FaceLabels after, String text)
    implements FaceChange {

  @Override
  public FaceLabels applyTo(FaceLabels labels) {
    return after;
  }

  @Override
  public LabelsChange inverse() {
    return new LabelsChange(faceIndex, after, before, text);
  }

  @Override
  public String describe(KeypointSchema schema) {
    return text;
  }

  /** What is typed into a note in one go is one step, and so are moves of the same keypoints. */
  @Override
  public Optional<Change> mergedWith(Change next) {
    return next instanceof LabelsChange more
            && more.faceIndex == faceIndex
            && more.text.equals(text)
            && ((isOfNoteOnly() && more.isOfNoteOnly()) || movesTheSameAs(more))
        ? Optional.of(new LabelsChange(faceIndex, before, more.after, text))
        : Optional.empty();
  }

  private boolean isOfNoteOnly() {
    String note = after.notes().note();
    return before.withNotes(before.notes().withNote(note)).equals(after);
  }

  private boolean movesTheSameAs(LabelsChange more) {
    Set<Integer> moved = movedKeypoints();
    return !moved.isEmpty() && moved.equals(more.movedKeypoints());
  }

  /** The keypoints that stand elsewhere afterwards; none if anything else changes too. */
  private Set<Integer> movedKeypoints() {
    Set<Integer> moved = new TreeSet<>();
    for (int i = 0; i < before.annotation().size(); i++) {
      Visibility visibility = before.annotation().visibility(i);
      if (visibility != after.annotation().visibility(i)) {
        return Set.of();
      }
      if (visibility.isPlaced()
          && !before.annotation().keypoint(i).equals(after.annotation().keypoint(i))) {
        moved.add(i);
      }
    }
    boolean movesOnly =
        before.notes().equals(after.notes()) && before.locked().equals(after.locked());
    return movesOnly ? moved : Set.of();
  }

  @Override
  public boolean isIdentity() {
    return before.equals(after);
  }
}
