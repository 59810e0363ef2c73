package org.keypointstudio.ui.train;

import javafx.beans.property.ReadOnlyBooleanProperty;

/** One choice in a form. */
public sealed interface FormField permits NumberField, ChoiceField {

  /** What is chosen. */
  String name();

  /** What may be chosen, and what it does. */
  String expectation();

  /** Whether it matters with what else is chosen; it is asked for only then. */
  ReadOnlyBooleanProperty neededProperty();
}
