package org.keypointstudio.ui.session;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Faces that a person pointed at in a chart, a table or a cloud, to be shown alone. Immutable.
 *
 * <p>They are these faces whatever becomes of their labels, unlike those that a query finds.
 */
public final class ChosenFaces {
  private final String name;
  private final BitSet faces;

  private ChosenFaces(String name, BitSet faces) {
    this.name = name;
    this.faces = faces;
  }

  /**
   * These faces.
   *
   * @param name what they have in common, for the person: "nose tip missing"
   * @param faces their positions in the data set, in any order
   */
  public static ChosenFaces of(String name, IntStream faces) {
    BitSet chosen = new BitSet();
    faces.forEach(chosen::set);
    return new ChosenFaces(name, chosen);
  }

  /** What they have in common. */
  public String name() {
    return name;
  }

  /** How many they are. */
  public int size() {
    return faces.cardinality();
  }

  /** Whether a face is among them. */
  public boolean contains(int face) {
    return faces.get(face);
  }

  /** Their positions in the data set, in order. */
  public IntStream stream() {
    return faces.stream();
  }

  @Override
  public String toString() {
    return "%s: %d faces".formatted(name, size());
  }
}
