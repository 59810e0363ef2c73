package org.keypointstudio.ui.browse;

import org.keypointstudio.edit.query.FaceFacts;

/**
 * Something that is said of each face: a column of the table, and what faces can be sorted by.
 *
 * @param title what it is called
 * @param hint what it means, with its unit
 * @param key what {@link org.keypointstudio.edit.query.FaceOrder} sorts by
 * @param width in pixels of the screen
 * @param number whether it is a number, which stands at the right
 * @param text of a face; empty if there is nothing to say
 */
record FaceColumn(
    String title, String hint, String key, double width, boolean number, CellText text) {

  /** What a cell says. */
  @FunctionalInterface
  interface CellText {
    /** Of a face. */
    String of(FaceFacts facts, int face);
  }

  @Override
  public String toString() {
    return title;
  }
}
