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
    return (facts, face) -> {
      for (Condition part : kept) {
        if (!part.holds(facts, face)) {
          return false;
        }
      }
      return true;
    };
  }

  /** One of them. */
  static Condition any(List<Condition> parts) {
    List<Condition> kept = List.copyOf(parts);
    return (facts, face) -> {
      for (Condition part : kept) {
        if (part.holds(facts, face)) {
          return true;
        }
      }
      return false;
    };
  }

  /** The opposite. */
  default Condition negated() {
    return (facts, face) -> !holds(facts, face);
  }
}
