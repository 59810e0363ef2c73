package org.keypointstudio.training;

import java.util.Arrays;
import java.util.Optional;

/** The networks that can be trained. */
public enum ModelKind {
  /** Fully connected layers on the raw pixels. */
  SEQUENTIAL("sequential", "Sequential"),
  /** Convolutions and pooling, then fully connected layers. */
  CNN("cnn", "CNN"),
  /** The same CNN, trained on mirrored faces too. */
  CNN_FLIP("cnn-flip", "CNN + flips"),
  /** A smaller and deeper CNN, trained on varied faces. */
  COMPACT("compact", "Compact");

  private final String id;
  private final String displayName;

  ModelKind(String id, String displayName) {
    this.id = id;
    this.displayName = displayName;
  }

  /** The name on the command line and in files. */
  public String id() {
    return id;
  }

  /** The name in the window. */
  public String displayName() {
    return displayName;
  }

  /** The kind of that id. */
  public static Optional<ModelKind> ofId(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return displayName;
  }
}
