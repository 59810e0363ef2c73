package org.keypointstudio.ui.audit;

import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.edit.LabelsChange;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;

/**
 * Where a keypoint would stand if the suggestion were accepted.
 *
 * @param keypoint index in the schema
 * @param place the suggested place
 */
record SuggestedMove(int keypoint, Keypoint place) {

  /** The moves that a change makes. */
  static List<SuggestedMove> of(LabelsChange change) {
    Annotation before = change.before().annotation();
    Annotation after = change.after().annotation();
    return IntStream.range(0, after.size())
        .filter(k -> after.isPlaced(k) && !after.keypoint(k).equals(before.keypoint(k)))
        .mapToObj(k -> new SuggestedMove(k, after.keypoint(k)))
        .toList();
  }
}
