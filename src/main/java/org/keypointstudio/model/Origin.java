package org.keypointstudio.model;

import java.util.Locale;

/**
 * Who said where a keypoint is.
 *
 * @param kind what said so
 * @param source the name of the model's run; empty for every other kind
 */
public record Origin(Kind kind, String source) {
  /** As it was in the file that was opened. */
  public static final Origin FILE = new Origin(Kind.FILE, "");

  /** A person placed, moved or marked it. */
  public static final Origin HAND = new Origin(Kind.HAND, "");

  /** A person accepted where the mean shape put it. */
  public static final Origin MEAN_SHAPE = new Origin(Kind.MEAN_SHAPE, "");

  /** What can say where a keypoint is. */
  public enum Kind {
    /** The file that was opened. */
    FILE,
    /** A person's hand. */
    HAND,
    /** A model's prediction that a person accepted. */
    MODEL,
    /** The mean shape of the labelled faces, fitted to this one, that a person accepted. */
    MEAN_SHAPE
  }

  /**
   * @throws IllegalArgumentException if a model has no name, or something else has one
   */
  public Origin {
    if ((kind == Kind.MODEL) == source.isEmpty()) {
      throw new IllegalArgumentException("An origin of " + kind + " cannot be \"" + source + "\".");
    }
  }

  /** A person accepted what the model of this run predicted. */
  public static Origin model(String run) {
    return new Origin(Kind.MODEL, run);
  }

  /** Whether a program proposed the place, and a person accepted it as it was. */
  public boolean isAccepted() {
    return kind == Kind.MODEL || kind == Kind.MEAN_SHAPE;
  }

  /** What people read: "file", "hand", "mean shape", or the run's name. */
  public String displayName() {
    return kind == Kind.MODEL ? source : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
