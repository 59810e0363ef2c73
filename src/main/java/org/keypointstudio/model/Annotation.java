package org.keypointstudio.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keypoints of one face in the order of its {@link KeypointSchema}: an immutable value.
 *
 * <p>The coordinates are packed in arrays, so that hundreds of thousands of faces with dozens of
 * keypoints fit in memory; {@link Keypoint} objects are made when asked for.
 */
public final class Annotation {
  private final double[] coordinates;
  private final byte[] states;

  private Annotation(double[] coordinates, byte[] states) {
    this.coordinates = coordinates;
    this.states = states;
  }

  /** An annotation in which all {@code size} keypoints are unlabelled. */
  public static Annotation unlabelled(int size) {
    return of(Collections.nCopies(size, Keypoint.unlabelled()));
  }

  /** The annotation with these keypoints. */
  public static Annotation of(List<Keypoint> keypoints) {
    double[] coordinates = new double[2 * keypoints.size()];
    byte[] states = new byte[keypoints.size()];
    for (int i = 0; i < states.length; i++) {
      put(coordinates, states, i, keypoints.get(i));
    }
    return new Annotation(coordinates, states);
  }

  /**
   * The annotation of visible and unlabelled keypoints that these coordinates describe.
   *
   * @param xy x and y of each keypoint in turn, in pixels; NaN in either makes it unlabelled
   * @throws IllegalArgumentException if the length is odd or a coordinate is infinite
   */
  public static Annotation ofCoordinates(double... xy) {
    if (xy.length % 2 != 0) {
      throw new IllegalArgumentException("Coordinates come in pairs, but there are " + xy.length);
    }
    double[] coordinates = xy.clone();
    byte[] states = new byte[xy.length / 2];
    for (int i = 0; i < states.length; i++) {
      if (Double.isNaN(xy[2 * i]) || Double.isNaN(xy[2 * i + 1])) {
        coordinates[2 * i] = Double.NaN;
        coordinates[2 * i + 1] = Double.NaN;
        states[i] = Visibility.UNLABELLED.code();
      } else if (Double.isFinite(xy[2 * i]) && Double.isFinite(xy[2 * i + 1])) {
        states[i] = Visibility.VISIBLE.code();
      } else {
        throw new IllegalArgumentException(
            "A keypoint cannot stand at (" + xy[2 * i] + ", " + xy[2 * i + 1] + ").");
      }
    }
    return new Annotation(coordinates, states);
  }

  private static void put(double[] coordinates, byte[] states, int index, Keypoint keypoint) {
    coordinates[2 * index] = keypoint.x();
    coordinates[2 * index + 1] = keypoint.y();
    states[index] = keypoint.visibility().code();
  }

  /** The number of keypoints, labelled or not. */
  public int size() {
    return states.length;
  }

  /** The keypoint at an index of the schema. */
  public Keypoint keypoint(int index) {
    return new Keypoint(x(index), y(index), visibility(index));
  }

  /** All keypoints in the schema's order. */
  public List<Keypoint> keypoints() {
    List<Keypoint> keypoints = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      keypoints.add(keypoint(i));
    }
    return List.copyOf(keypoints);
  }

  /** The x coordinate in pixels; NaN if the keypoint has no place. */
  public double x(int index) {
    return coordinates[2 * index];
  }

  /** The y coordinate in pixels; NaN if the keypoint has no place. */
  public double y(int index) {
    return coordinates[2 * index + 1];
  }

  /** What is known of the keypoint at an index of the schema. */
  public Visibility visibility(int index) {
    return Visibility.ofCode(states[index]);
  }

  /** Whether the keypoint has coordinates. */
  public boolean isPlaced(int index) {
    return visibility(index).isPlaced();
  }

  /** The number of keypoints that have coordinates. */
  public int placedCount() {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      count += isPlaced(i) ? 1 : 0;
    }
    return count;
  }

  /** The number of keypoints that nobody has said anything about. */
  public int unlabelledCount() {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      count += visibility(i) == Visibility.UNLABELLED ? 1 : 0;
    }
    return count;
  }

  /** Whether every keypoint has coordinates. */
  public boolean isComplete() {
    return placedCount() == size();
  }

  /** This annotation with one keypoint replaced. */
  public Annotation with(int index, Keypoint keypoint) {
    double[] newCoordinates = coordinates.clone();
    byte[] newStates = states.clone();
    put(newCoordinates, newStates, index, keypoint);
    return new Annotation(newCoordinates, newStates);
  }

  /**
   * The annotation of the mirrored image: x becomes (width − 1) − x, and the keypoints of each flip
   * pair change places, so that the subject's left eye stays the left eye.
   *
   * @param schema names the flip pairs
   * @param width of the image, in pixels
   */
  public Annotation flipped(KeypointSchema schema, int width) {
    List<Keypoint> mirrored = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      Keypoint source = keypoint(schema.flipPartner(i));
      mirrored.add(
          source.isPlaced()
              ? new Keypoint(width - 1 - source.x(), source.y(), source.visibility())
              : source);
    }
    return of(mirrored);
  }

  /**
   * The same keypoints in another order.
   *
   * @param order for each keypoint of the result its index here
   */
  public Annotation arranged(List<Integer> order) {
    return of(order.stream().map(this::keypoint).toList());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Annotation that
        && Arrays.equals(states, that.states)
        && Arrays.equals(coordinates, that.coordinates);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(coordinates) + Arrays.hashCode(states);
  }

  @Override
  public String toString() {
    return "Annotation" + keypoints();
  }
}
