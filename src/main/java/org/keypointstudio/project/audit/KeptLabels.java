package org.keypointstudio.project.audit;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.KeypointSchema;

/**
 * All labels of a data set of which a person said that they are right: an immutable value.
 *
 * @param labels in the order in which that was said
 */
public record KeptLabels(Set<KeptLabel> labels) {
  /** Nothing was said. */
  public static final KeptLabels NONE = new KeptLabels(Set.of());

  /** Copies the set. */
  public KeptLabels {
    labels = Collections.unmodifiableSet(new LinkedHashSet<>(labels));
  }

  /** Whether a person said that this label is right. */
  public boolean contains(KeptLabel label) {
    return labels.contains(label);
  }

  /**
   * The suspicions about labels of which nobody said that they are right.
   *
   * @param ranking in any order, which stays
   * @param labels of all faces, as they were judged
   */
  public List<Suspicion> withoutThese(
      List<Suspicion> ranking, KeypointSchema schema, List<FaceLabels> labels) {
    return ranking.stream()
        .filter(
            suspicion ->
                !contains(
                    KeptLabel.of(
                        suspicion.face(),
                        schema.keypointNames().get(suspicion.keypoint()),
                        labels.get(suspicion.face()).annotation().keypoint(suspicion.keypoint()))))
        .toList();
  }

  /** These and one more. */
  public KeptLabels with(KeptLabel label) {
    SequencedSet<KeptLabel> more = new LinkedHashSet<>(labels);
    more.add(label);
    return new KeptLabels(more);
  }

  /** These without one, of which nothing is said any more. */
  public KeptLabels without(KeptLabel label) {
    SequencedSet<KeptLabel> fewer = new LinkedHashSet<>(labels);
    fewer.remove(label);
    return new KeptLabels(fewer);
  }
}
