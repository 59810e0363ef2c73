package org.keypointstudio.edit.merge;

/** One of two versions that are merged. */
public enum Side {
  /** The labels that this person has. */
  OURS,
  /** The labels that come from elsewhere. */
  THEIRS;

  /** The given value of this side. */
  <T> T of(T ours, T theirs) {
    return this == OURS ? ours : theirs;
  }
}
