package org.keypointstudio.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Augmentations that are chosen by name. */
public enum AugmentationPreset {
  /** Faces as they are. */
  NONE("None", "no augmentation"),
  /** Mirrored faces. */
  FLIPS("Flips only", "flips only"),
  /** Everything, moderately. */
  STRONG("Strong", "strong augmentation");

  private final String displayName;
  private final String description;

  AugmentationPreset(String displayName, String description) {
    this.displayName = displayName;
    this.description = description;
  }

  /** The preset that an augmentation is; empty if it is none of them. */
  public static Optional<AugmentationPreset> of(Augmentation augmentation) {
    return all().stream().filter(preset -> preset.augmentation().equals(augmentation)).findFirst();
  }

  /** All presets, the mildest first. */
  public static List<AugmentationPreset> all() {
    return Arrays.asList(values());
  }

  /** The word for it in files and on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In a few words. */
  public String description() {
    return description;
  }

  /** What it does. */
  public Augmentation augmentation() {
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
