package org.keypointstudio.evaluation.comparison;

import java.util.BitSet;
import java.util.List;

/** Which faces models are scored on. */
public enum FaceChoice {
  /** Faces that none of the models has learned from: the same for all, and new to all. */
  HELD_OUT("held-out"),
  /** Every labelled face, also those that models learned from. */
  ALL("all"),
  /** Faces that all models have learned from. */
  TRAINING("training");

  private final String id;

  FaceChoice(String id) {
    this.id = id;
  }

  /** Its name on the command line and in files. */
  public String id() {
    return id;
  }

  /**
   * The faces that are meant.
   *
   * @param faces how many the data set has
   * @param learned for each model the positions of the faces that it has learned from
   */
  public BitSet choose(int faces, List<BitSet> learned) {
    BitSet chosen = new BitSet(faces);
    chosen.set(0, faces);
    switch (this) {
      case HELD_OUT -> learned.forEach(chosen::andNot);
      case TRAINING -> learned.forEach(chosen::and);
      case ALL -> {}
    }
    return chosen;
  }
}
