package org.keypointstudio.evaluation.comparison;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.model.Annotation;

/**
 * A model that is compared.
 *
 * @param name by which it is told from the others
 * @param predictions one a face of the data set, in pixels of its image; only those of scored faces
 *     are looked at, and they place every keypoint
 * @param mirrored what it says of the mirrored faces, brought back onto the faces as they are; how
 *     far that lies from the predictions tells how sure it is. Empty if that was not asked
 * @param learned positions of the faces that it has learned from
 */
public record ComparedModel(
    String name,
    List<Annotation> predictions,
    Optional<List<Annotation>> mirrored,
    BitSet learned) {

  /** Copies the lists and the set. */
  public ComparedModel {
    predictions = List.copyOf(predictions);
    mirrored = mirrored.map(List::copyOf);
    learned = (BitSet) learned.clone();
  }

  @Override
  public BitSet learned() {
    return (BitSet) learned.clone();
  }

  /** Whether it has learned from a face. */
  public boolean hasLearned(int face) {
    return learned.get(face);
  }
}
