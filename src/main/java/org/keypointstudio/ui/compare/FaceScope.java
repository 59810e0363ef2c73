package org.keypointstudio.ui.compare;

/** Which faces the models are scored on. */
public enum FaceScope {
  /** Faces that no model has learned from: the same for all, and new to all. */
  COMMON_HELD_OUT("Held out by all models"),
  /** For each model the faces that it has not learned from. */
  OWN_HELD_OUT("Held out by each model"),
  /** Every face, also those that the models learned from. */
  ALL("All faces");

  private final String displayName;

  FaceScope(String displayName) {
    this.displayName = displayName;
  }

  @Override
  public String toString() {
    return displayName;
  }
}
