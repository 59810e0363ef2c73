package org.keypointstudio.ui.train;

import java.util.Arrays;
import java.util.Optional;
import org.keypointstudio.training.Augmentation;

/** Augmentations that are chosen by name. */
public enum AugmentationPreset {
  /** Faces as they are. */
  NONE("None", "no augmentation"),
  /** Mirrored faces. */
  FLIPS("Flips only", "flips only"),
  /** Everything, moderately. */
  STRONG("Strong", "strong augmentation"),
  /** What the person set up. */
  CUSTOM("Custom", "custom augmentation");

  private final String displayName;
  private final String description;

  AugmentationPreset(String displayName, String description) {
    this.displayName = displayName;
    this.description = description;
  }

  /** The preset that an augmentation is. */
  static AugmentationPreset of(Augmentation augmentation) {
    return Arrays.stream(values())
        .filter(preset -> preset.augmentation().filter(augmentation::equals).isPresent())
        .findFirst()
        .orElse(CUSTOM);
  }

  /** What it does; empty for {@link #CUSTOM}. */
  Optional<Augmentation> augmentation() {
    return switch (this) {
      case NONE -> Optional.of(Augmentation.none());
      case FLIPS -> Optional.of(Augmentation.flipsOnly());
      case STRONG -> Optional.of(Augmentation.strong());
      case CUSTOM -> Optional.empty();
    };
  }

  /** In a few words. */
  String description() {
    return description;
  }

  @Override
  public String toString() {
    return displayName;
  }
}
