package org.keypointstudio.edit;

import java.util.Optional;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.KeypointSchema;

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

  /** What is typed into a note in one go is one step. */
  @Override
  public Optional<Change> mergedWith(Change next) {
    return next instanceof LabelsChange more
            && more.faceIndex == faceIndex
            && more.text.equals(text)
            && isOfNoteOnly()
            && more.isOfNoteOnly()
        ? Optional.of(new LabelsChange(faceIndex, before, more.after, text))
        : Optional.empty();
  }

  private boolean isOfNoteOnly() {
    String note = after.notes().note();
    return before.withNotes(before.notes().withNote(note)).equals(after);
  }

  @Override
  public boolean isIdentity() {
    return before.equals(after);
  }
}
