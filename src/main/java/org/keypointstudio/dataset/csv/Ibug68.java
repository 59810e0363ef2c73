package org.keypointstudio.dataset.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/**
 * The 68 landmarks of the 300-W benchmark (Sagonas et al., 2013), which files number and do not
 * name: jaw 0–16, eyebrows 17–26, nose 27–35, eyes 36–47, mouth 48–67.
 */
final class Ibug68 {
  private static final int SIZE = 68;

  /** Ranges that run from one side of the face to the other, first and last landmark. */
  private static final int[][] MIRRORED_RANGES = {{0, 16}, {17, 26}, {31, 35}, {48, 54}, {60, 64}};

  /** Landmarks of the eyes and of the lower lip, which run around. */
  private static final int[][] MIRRORED_PAIRS = {
    {36, 45}, {37, 44}, {38, 43}, {39, 42}, {40, 47}, {41, 46}, {55, 59}, {56, 58}, {65, 67}
  };

  /** Lines along the features; an eye and a lip come back to their beginning. */
  private static final int[][] LINES = {
    {0, 16}, {17, 21}, {22, 26}, {27, 30}, {31, 35}, {36, 41}, {42, 47}, {48, 59}, {60, 67}
  };

  private static final int FIRST_CLOSED_LINE = 36;

  private Ibug68() {}

  /** Whether names are those of 68 landmarks numbered from 0. */
  static boolean isNumberedLike(List<String> names) {
    return names.size() == SIZE
        && IntStream.range(0, SIZE).allMatch(i -> names.get(i).matches("\\D*0*" + i));
  }

  /** The schema with the names that a file gives. */
  static KeypointSchema schema(List<String> names) {
    List<IndexPair> flipPairs = new ArrayList<>();
    for (int[] range : MIRRORED_RANGES) {
      for (int i = range[0]; i < range[0] + range[1] - i; i++) {
        flipPairs.add(new IndexPair(i, range[0] + range[1] - i));
      }
    }
    for (int[] pair : MIRRORED_PAIRS) {
      flipPairs.add(new IndexPair(pair[0], pair[1]));
    }
    List<IndexPair> skeleton = new ArrayList<>();
    for (int[] line : LINES) {
      for (int i = line[0]; i < line[1]; i++) {
        skeleton.add(new IndexPair(i, i + 1));
      }
      if (line[0] >= FIRST_CLOSED_LINE) {
        skeleton.add(new IndexPair(line[1], line[0]));
      }
    }
    return new KeypointSchema(
        "iBUG 68", names, flipPairs, skeleton, List.of(new IndexPair(36, 45)));
  }
}
