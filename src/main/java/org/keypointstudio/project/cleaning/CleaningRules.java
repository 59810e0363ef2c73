package org.keypointstudio.project.cleaning;

import java.util.ArrayList;
import java.util.List;

/**
 * What to look for in a data set, in this order.
 *
 * @param name what people call these rules
 * @param about what they are for, in a sentence; may be empty
 * @param rules at least one
 */
public record CleaningRules(String name, String about, List<CleaningRule> rules) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no rule
   */
  public CleaningRules {
    rules = List.copyOf(rules);
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("there is no rule");
    }
  }

  /** The same rules with another one in one place. */
  public CleaningRules with(int index, CleaningRule rule) {
    List<CleaningRule> changed = new ArrayList<>(rules);
    changed.set(index, rule);
    return new CleaningRules(name, about, changed);
  }
}
