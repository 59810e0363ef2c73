package org.keypointstudio.project.audit;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;

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
