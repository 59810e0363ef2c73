package org.keypointstudio.edit;

/** Something happened to a document. */
public sealed interface DocumentEvent {

  /**
   * A change was made.
   *
   * @param change what became different
   */
  record Changed(Change change) implements DocumentEvent {}

  /**
   * A change was taken back.
   *
   * @param change the change that no longer holds
   */
  record Undone(Change change) implements DocumentEvent {}

  /**
   * A change that was taken back holds again.
   *
   * @param change the change
   */
  record Redone(Change change) implements DocumentEvent {}

  /** The annotations were written to disk. */
  record Saved() implements DocumentEvent {}
}
