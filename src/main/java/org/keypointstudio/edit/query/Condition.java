package org.keypointstudio.edit.query;

import java.util.List;

/** What a face must fulfil. */
@FunctionalInterface
interface Condition {

  /** Whether a face does. */
  boolean holds(FaceFacts facts, int face);

  /** All of them; nothing is asked if there are none. */
  static Condition all(List<Condition> parts) {
    List<Condition> kept = List.copyOf(parts);
    return (facts, face) -> kept.stream().allMatch(part -> part.holds(facts, face));
  }

  /** One of them. */
  static Condition any(List<Condition> parts) {
    List<Condition> kept = List.copyOf(parts);
    return (facts, face) -> kept.stream().anyMatch(part -> part.holds(facts, face));
  }

  /** The opposite. */
  default Condition negated() {
    return (facts, face) -> !holds(facts, face);
  }
}
