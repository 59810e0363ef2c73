package org.keypointstudio.ui.merge;

import java.util.List;
import java.util.Optional;
import org.keypointstudio.edit.merge.Conflict;
import org.keypointstudio.edit.merge.Side;

/**
 * A face of which both sides changed the same thing.
 *
 * @param faceIndex its position in the data set
 * @param name what the person sees
 * @param conflicts what both changed; at least one
 * @param choice which side the person chose for it; empty if the rule for the rest decides
 */
public record FaceConflict(
    int faceIndex, String name, List<Conflict> conflicts, Optional<Side> choice) {

  /** Copies the list. */
  public FaceConflict {
    conflicts = List.copyOf(conflicts);
  }

  /** The same with another choice. */
  FaceConflict choosing(Optional<Side> newChoice) {
    return new FaceConflict(faceIndex, name, conflicts, newChoice);
  }
}
