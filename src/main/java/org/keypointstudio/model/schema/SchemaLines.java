package org.keypointstudio.model.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.model.IndexPair;

/** Short ways to write pairs, lines and names of schemas with many keypoints. */
final class SchemaLines {
  private final List<IndexPair> pairs = new ArrayList<>();

  /** Each two of these belong together. */
  static List<IndexPair> pairs(int... indices) {
    return IntStream.range(0, indices.length / 2)
        .mapToObj(i -> new IndexPair(indices[2 * i], indices[2 * i + 1]))
        .toList();
  }

  /** The names {@code WORD_FIRST} to {@code WORD_LAST}. */
  static List<String> numbered(String word, int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(i -> word + "_" + i).toList();
  }

  /** The first keypoint of a range mirrors the last one, the second the last but one. */
  SchemaLines mirrored(int first, int last) {
    for (int i = first; i < first + last - i; i++) {
      pairs.add(new IndexPair(i, first + last - i));
    }
    return this;
  }

  /** The first keypoint of a range mirrors {@code partner}, the next one that before it. */
  SchemaLines crossed(int first, int last, int partner) {
    for (int i = first; i <= last; i++) {
      pairs.add(new IndexPair(i, partner - (i - first)));
    }
    return this;
  }

  /** A line through a range. */
  SchemaLines line(int first, int last) {
    for (int i = first; i < last; i++) {
      pairs.add(new IndexPair(i, i + 1));
    }
    return this;
  }

  /** A line through a range and back to its beginning. */
  SchemaLines ring(int first, int last) {
    line(first, last);
    pairs.add(new IndexPair(last, first));
    return this;
  }

  List<IndexPair> toList() {
    return List.copyOf(pairs);
  }
}
