package org.keypointstudio.ui.cleaning;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.keypointstudio.project.cleaning.CleaningRule;

/** A rule that a person can switch off, and of which they choose what it does. */
final class RuleLine {
  private final ObjectProperty<CleaningRule> rule;
  private final BooleanProperty enabled;

  RuleLine(CleaningRule rule, boolean enabled) {
    this.rule = new SimpleObjectProperty<>(rule);
    this.enabled = new SimpleBooleanProperty(enabled);
  }

  /** What is looked for, and what is done. */
  ObjectProperty<CleaningRule> ruleProperty() {
    return rule;
  }

  /** Whether it is followed. */
  BooleanProperty enabledProperty() {
    return enabled;
  }
}
