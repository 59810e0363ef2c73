package org.keypointstudio.model.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/** Makes a schema of nothing but names: which points mirror each other, and where the eyes are. */
public final class SchemaGuess {
  private static final Pattern LEFT =
      Pattern.compile(
          "(?i)left|(?<![a-z])l(?![a-z])"
              + "|(?-i:(?<=[a-z])L(?![a-z]))|(?-i:(?<![A-Za-z])L(?=[A-Z][a-z]))");

  private SchemaGuess() {}

  /**
   * The schema of these keypoints: a preset if they have its names in any order, or if they are 68
   * or 98 that are numbered from 0, and else one in the given order, whose flip pairs are the names
   * that differ by left and right.
   */
  public static KeypointSchema of(List<String> names) {
    for (SchemaPreset preset : SchemaPreset.values()) {
      KeypointSchema schema = preset.schema();
      if (names.size() == schema.size()
          && new HashSet<>(names).equals(new HashSet<>(schema.keypointNames()))) {
        return schema;
      }
    }
    for (SchemaPreset preset : List.of(SchemaPreset.IBUG_68, SchemaPreset.WFLW_98)) {
      if (preset.isNumberedLike(names)) {
        return preset.withNames(names);
      }
    }
    return plain(names.size() + " keypoints", names);
  }

  /** A schema of these names in their order, in which pairs are guessed and no lines are known. */
  public static KeypointSchema plain(String name, List<String> names) {
    List<IndexPair> flipPairs = flipPairs(names);
    return new KeypointSchema(
        name, names, flipPairs, List.of(), interOcularPairs(names, flipPairs));
  }

  /**
   * The pairs of names that differ by nothing but left and right: {@code left_eye} and {@code
   * right_eye}, {@code l_eye} and {@code r_eye}, {@code eyeL} and {@code eyeR} …
   *
   * @return the left one of each pair first
   */
  public static List<IndexPair> flipPairs(List<String> names) {
    List<String> lowerCase = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    List<IndexPair> pairs = new ArrayList<>();
    Set<Integer> paired = new HashSet<>();
    for (int left = 0; left < names.size(); left++) {
      Matcher matcher = LEFT.matcher(names.get(left));
      while (matcher.find()) {
        int right = lowerCase.indexOf(mirrored(lowerCase.get(left), matcher));
        if (right >= 0 && right != left && paired.add(left) && paired.add(right)) {
          pairs.add(new IndexPair(left, right));
        }
      }
    }
    return pairs;
  }

  private static String mirrored(String name, Matcher left) {
    String right = left.end() - left.start() > 1 ? "right" : "r";
    return name.substring(0, left.start()) + right + name.substring(left.end());
  }

  /**
   * The flip pairs that are eyes, which scale the normalised error: outer corners, then centres,
   * then eyes as such.
   */
  public static List<IndexPair> interOcularPairs(List<String> names, List<IndexPair> flipPairs) {
    return flipPairs.stream()
        .filter(pair -> eyeRank(names.get(pair.first())) < Integer.MAX_VALUE)
        .sorted(Comparator.comparingInt(pair -> eyeRank(names.get(pair.first()))))
        .toList();
  }

  private static int eyeRank(String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    if (!lowerCase.contains("eye") || lowerCase.contains("brow") || lowerCase.contains("inner")) {
      return Integer.MAX_VALUE;
    }
    if (lowerCase.contains("outer")) {
      return 0;
    }
    if (lowerCase.contains("center") || lowerCase.contains("centre")) {
      return 1;
    }
    return lowerCase.matches("(left|l)?[^a-z0-9]*eye[^a-z0-9]*(left|l)?[^a-z0-9]*")
        ? 2
        : Integer.MAX_VALUE;
  }
}
