package org.keypointstudio.ui.train;

import java.util.List;

/**
 * Fields of a form that belong together.
 *
 * @param title what they are about
 * @param essential whether they are always on show
 * @param fields in the order in which they are asked for
 */
public record FormSection(String title, boolean essential, List<FormField> fields) {
  /** Copies the list. */
  public FormSection {
    fields = List.copyOf(fields);
  }
}
