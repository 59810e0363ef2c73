package org.keypointstudio.ui.study;

import org.keypointstudio.training.Augmentation;

/** Variations of the training faces that a study offers. */
enum Variation {
  NONE("Faces as they are"),
  FLIPS("Mirrored faces too"),
  STRONG("Strong variation");

  private final String displayName;

  Variation(String displayName) {
    this.displayName = displayName;
  }

  Augmentation augmentation() {
    return switch (this) {
      case NONE -> Augmentation.none();
      case FLIPS -> Augmentation.flipsOnly();
      case STRONG -> Augmentation.strong();
    };
  }

  @Override
  public String toString() {
    return displayName;
  }
}
