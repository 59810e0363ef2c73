package org.keypointstudio.ui.compare;

/** How the models' answers for one face are laid out. */
public enum PaneLayout {
  /** The face once per model, and once with its labels alone. */
  SIDE_BY_SIDE("Side by side", "The face once per model"),
  /** All models on one face. */
  OVERLAY("Overlay", "All models on one face"),
  /** One face, on which the models take turns. */
  FLICKER("Flicker", "One face, on which the models take turns: what moves differs");

  private final String displayName;
  private final String explanation;

  PaneLayout(String displayName, String explanation) {
    this.displayName = displayName;
    this.explanation = explanation;
  }

  /** What it does, in a sentence without a full stop. */
  public String explanation() {
    return explanation;
  }

  @Override
  public String toString() {
    return displayName;
  }
}
