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
  private final int[] order;
  private final BitSet faces = new BitSet();

  private ChosenFaces(String name, int[] order) {
    this.name = name;
    this.order = order;
    IntStream.of(order).forEach(faces::set);
  }

  /**
   * These faces, in the data set's order.
   *
   * @param name what they have in common, for the person: "nose tip missing"
   * @param faces their positions in the data set, in any order
   */
  public static ChosenFaces of(String name, IntStream faces) {
    return new ChosenFaces(name, faces.distinct().sorted().toArray());
  }

  /**
   * These faces in this order, in which they are shown unless a person sorts them.
   *
   * @param name what they have in common, for the person
   * @param faces their positions in the data set, the first one first
   */
  public static ChosenFaces ranked(String name, IntStream faces) {
    return new ChosenFaces(name, faces.distinct().toArray());
  }

  /** What they have in common. */
  public String name() {
    return name;
  }

  /** How many they are. */
  public int size() {
    return order.length;
  }

  /** Whether a face is among them. */
  public boolean contains(int face) {
    return faces.get(face);
  }

  /** Their positions in the data set, in the order in which they are shown. */
  public IntStream stream() {
    return IntStream.of(order);
  }

  @Override
  public String toString() {
    return "%s: %d faces".formatted(name, size());
  }
}
