package org.keypointstudio.ui.audit;

/** What became of a suspicious label. */
public enum ReviewState {
  /** Nobody has decided about it. */
  OPEN("To review"),
  /** A person left it for later. */
  SKIPPED("Skipped"),
  /** It is another one now than the one that was judged. */
  CORRECTED("Corrected"),
  /** A person said that it is right. */
  KEPT("Kept as it is");

  private final String displayName;

  ReviewState(String displayName) {
    this.displayName = displayName;
  }

  /** Whether a person has decided about the label. */
  public boolean isReviewed() {
    return this == CORRECTED || this == KEPT;
  }

  @Override
  public String toString() {
    return displayName;
  }
}
