package org.keypointstudio.dataset.csv;

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
      Pattern.compile("(?i)left|(?<![a-z])l(?![a-z])|(?-i:(?<=[a-z])L(?![a-z]))");

  private SchemaGuess() {}

  /**
   * The schema of these keypoints: Kaggle's own if they are its fifteen in any order, that of the
   * 300-W benchmark if they are 68 that are numbered from 0, and else one in the given order, whose
   * flip pairs are the names that differ by left and right.
   */
  public static KeypointSchema of(List<String> names) {
    KeypointSchema kaggle = KeypointSchema.kaggle15();
    if (names.size() == kaggle.size()
        && new HashSet<>(names).equals(new HashSet<>(kaggle.keypointNames()))) {
      return kaggle;
    }
    if (Ibug68.isNumberedLike(names)) {
      return Ibug68.schema(names);
    }
    List<IndexPair> flipPairs = flipPairs(names);
    return new KeypointSchema(
        names.size() + " keypoints",
        names,
        flipPairs,
        List.of(),
        interOcularPairs(names, flipPairs));
  }

  private static List<IndexPair> flipPairs(List<String> names) {
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

  private static List<IndexPair> interOcularPairs(List<String> names, List<IndexPair> flipPairs) {
    return flipPairs.stream()
        .filter(pair -> eyeRank(names.get(pair.first())) < Integer.MAX_VALUE)
        .sorted(Comparator.comparingInt(pair -> eyeRank(names.get(pair.first()))))
        .toList();
  }

  /** Outer corners come before centres, centres before eyes as such; nothing else will do. */
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
    return lowerCase.matches("(left|l)?[_ .-]*eye[_ .-]*(left|l)?") ? 2 : Integer.MAX_VALUE;
  }
}
