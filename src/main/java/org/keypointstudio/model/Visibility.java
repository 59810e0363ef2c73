package org.keypointstudio.model;

import java.util.Locale;

/**
 * What is known of a keypoint in an image.
 *
 * <p>COCO's flag {@code v} maps to it: 0 is {@link #UNLABELLED}, 1 is {@link #OCCLUDED}, 2 is
 * {@link #VISIBLE}. {@link #ABSENT} (the feature is not in the image at all) has no COCO value of
 * its own.
 */
public enum Visibility {
  /** Nobody has said anything about this keypoint yet. It has no coordinates. */
  UNLABELLED(0),
  /** Placed, and seen in the image. */
  VISIBLE(1),
  /** Placed where it must be, but hidden by something. */
  OCCLUDED(2),
  /** Known not to be in the image. It has no coordinates. */
  ABSENT(3);

  private final byte code;

  Visibility(int code) {
    this.code = (byte) code;
  }

  /** A number for packed storage in memory; no file format uses it. */
  byte code() {
    return code;
  }

  /** The state of a number that {@link #code} gave. */
  static Visibility ofCode(byte code) {
    return switch (code) {
      case 0 -> UNLABELLED;
      case 1 -> VISIBLE;
      case 2 -> OCCLUDED;
      case 3 -> ABSENT;
      default -> throw new IllegalArgumentException("No visibility has the code " + code);
    };
  }

  /** The word for it, in lower case. */
  public String displayName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a keypoint in this state has coordinates, and so enters losses and metrics. */
  public boolean isPlaced() {
    return this == VISIBLE || this == OCCLUDED;
  }
}
