package org.keypointstudio.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which keypoints a data set has, and how they relate.
 *
 * <p>Left and right are the subject's.
 *
 * @param name what people call the schema
 * @param keypointNames one name per keypoint, in the order of the annotations
 * @param flipPairs keypoints that change places when the image is mirrored; the others stay
 * @param skeleton lines that are drawn between keypoints
 * @param interOcularPairs pairs of keypoints whose distance scales the normalised error, the
 *     preferred pair first
 * @param colors one a keypoint, as {@code #rrggbb} in lower case, or empty for a keypoint that is
 *     drawn as all others are; an empty list stands for that of all keypoints
 */
public record KeypointSchema(
    String name,
    List<String> keypointNames,
    List<IndexPair> flipPairs,
    List<IndexPair> skeleton,
    List<IndexPair> interOcularPairs,
    List<String> colors) {
  private static final Pattern COLOR = Pattern.compile("(#[0-9a-f]{6})?");

  /**
   * @throws IllegalArgumentException if names repeat, a pair names no keypoint, a keypoint is in
   *     two flip pairs, or colours are not one a keypoint
   */
  public KeypointSchema {
    keypointNames = List.copyOf(keypointNames);
    flipPairs = List.copyOf(flipPairs);
    skeleton = List.copyOf(skeleton);
    interOcularPairs = List.copyOf(interOcularPairs);
    if (new HashSet<>(keypointNames).size() != keypointNames.size()) {
      throw new IllegalArgumentException("Two keypoints share a name in " + keypointNames);
    }
    requireInRange(flipPairs, keypointNames.size());
    requireInRange(skeleton, keypointNames.size());
    requireInRange(interOcularPairs, keypointNames.size());
    Set<Integer> paired = new HashSet<>();
    for (IndexPair pair : flipPairs) {
      if (!paired.add(pair.first()) || !paired.add(pair.second())) {
        throw new IllegalArgumentException("A keypoint is in two flip pairs: " + pair);
      }
    }
    colors = normalized(colors, keypointNames.size());
  }

  /** A schema whose keypoints have no colours of their own. */
  public KeypointSchema(
      String name,
      List<String> keypointNames,
      List<IndexPair> flipPairs,
      List<IndexPair> skeleton,
      List<IndexPair> interOcularPairs) {
    this(name, keypointNames, flipPairs, skeleton, interOcularPairs, List.of());
  }

  private static List<String> normalized(List<String> colors, int size) {
    if (!colors.isEmpty() && colors.size() != size) {
      throw new IllegalArgumentException(
          "%d colours for %d keypoints".formatted(colors.size(), size));
    }
    for (String color : colors) {
      if (!COLOR.matcher(color).matches()) {
        throw new IllegalArgumentException("\"%s\" is no colour like #e69f00".formatted(color));
      }
    }
    return colors.stream().allMatch(String::isEmpty) ? List.of() : List.copyOf(colors);
  }

  private static void requireInRange(List<IndexPair> pairs, int size) {
    for (IndexPair pair : pairs) {
      if (Math.min(pair.first(), pair.second()) < 0
          || Math.max(pair.first(), pair.second()) >= size) {
        throw new IllegalArgumentException(pair + " names a keypoint that is not among " + size);
      }
    }
  }

  /** The 15 keypoints of Kaggle's Facial Keypoints Detection data, in its column order. */
  public static KeypointSchema kaggle15() {
    return new KeypointSchema(
        "Kaggle 15",
        List.of(
            "left_eye_center",
            "right_eye_center",
            "left_eye_inner_corner",
            "left_eye_outer_corner",
            "right_eye_inner_corner",
            "right_eye_outer_corner",
            "left_eyebrow_inner_end",
            "left_eyebrow_outer_end",
            "right_eyebrow_inner_end",
            "right_eyebrow_outer_end",
            "nose_tip",
            "mouth_left_corner",
            "mouth_right_corner",
            "mouth_center_top_lip",
            "mouth_center_bottom_lip"),
        pairs(0, 1, 2, 4, 3, 5, 6, 8, 7, 9, 11, 12),
        pairs(7, 6, 8, 9, 3, 0, 0, 2, 4, 1, 1, 5, 11, 13, 13, 12, 12, 14, 14, 11),
        pairs(3, 5, 0, 1));
  }

  private static List<IndexPair> pairs(int... indices) {
    return IntStream.range(0, indices.length / 2)
        .mapToObj(i -> new IndexPair(indices[2 * i], indices[2 * i + 1]))
        .toList();
  }

  /** The number of keypoints. */
  public int size() {
    return keypointNames.size();
  }

  /** The keypoint's name as people read it: words separated by spaces. */
  public String displayName(int index) {
    return keypointNames.get(index).replace('_', ' ');
  }

  /** The keypoint's own colour as {@code #rrggbb}; empty if it is drawn as all others are. */
  public Optional<String> color(int index) {
    return colors.isEmpty() || colors.get(index).isEmpty()
        ? Optional.empty()
        : Optional.of(colors.get(index));
  }

  /** The keypoint whose place this one takes in the mirrored image; itself if it is in no pair. */
  public int flipPartner(int index) {
    for (IndexPair pair : flipPairs) {
      if (pair.first() == index) {
        return pair.second();
      }
      if (pair.second() == index) {
        return pair.first();
      }
    }
    return index;
  }

  /** The position of a keypoint's name, or −1. */
  public int indexOf(String keypointName) {
    return keypointNames.indexOf(keypointName);
  }
}
