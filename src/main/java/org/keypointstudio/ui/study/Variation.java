package org.keypointstudio.ui.study;

import org.keypointstudio.training.Augmentation;

/** Variations of the training faces that a study offers. */
enum Variation {
  NONE("Faces as they are", Augmentation.none()),
  FLIPS("Mirrored faces too", Augmentation.flipsOnly()),
  STRONG("Strong variation", Augmentation.strong());

  private final String displayName;
  private final Augmentation augmentation;

  Variation(String displayName, Augmentation augmentation) {
    this.displayName = displayName;
    this.augmentation = augmentation;
  }

  Augmentation augmentation() {
    return augmentation;
  }

  @Override
  public String toString() {
    return displayName;
  }
}
