package org.keypointstudio.edit.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How faces are sorted, written as a query's measures are: {@code labelled}, {@code error(cnn 1)},
 * {@code brightness}, besides {@code name}, {@code reviewed} and {@code unsaved}; a {@code -}
 * before it turns the order round. Faces without the number come last either way; among equals the
 * data set's order stays.
 */
public final class FaceOrder {
  /** As the data set has them. */
  public static final FaceOrder OF_THE_DATA_SET =
      new FaceOrder("row", true, Set.of(), (_, faces) -> faces.clone());

  private static final Pattern WRITTEN = Pattern.compile("(-?)\\s*(\\w+)\\s*(?:\\((.*)\\))?");

  private final String key;
  private final boolean ascending;
  private final Set<ImageNeed> needs;
  private final Sorter sorter;

  private FaceOrder(String key, boolean ascending, Set<ImageNeed> needs, Sorter sorter) {
    this.key = key;
    this.ascending = ascending;
    this.needs = Set.copyOf(needs);
    this.sorter = sorter;
  }

  /** Puts faces into order without changing the array. */
  private interface Sorter {
    int[] sorted(FaceFacts facts, int[] faces);
  }

  /**
   * Understands an order.
   *
   * @param text a measure, with a {@code -} before it for the largest first; blank for the data
   *     set's order
   * @throws QueryException with a sentence for the person if there is no such measure
   */
  public static FaceOrder parse(String text, QueryWords words) throws QueryException {
    if (text.isBlank()) {
      return OF_THE_DATA_SET;
    }
    Matcher parts = WRITTEN.matcher(text.strip());
    if (!parts.matches()) {
      throw new QueryException(
          "Faces cannot be sorted by \"%s\"; write for instance labelled or -error(cnn 1)."
              .formatted(text.strip()));
    }
    boolean ascending = parts.group(1).isEmpty();
    String name = parts.group(2).toLowerCase(Locale.ROOT);
    String argument = parts.group(3);
    String key = argument == null ? name : "%s(%s)".formatted(name, QueryWords.unquoted(argument));
    Set<ImageNeed> needs = EnumSet.noneOf(ImageNeed.class);
    Sorter sorter =
        switch (name) {
          case "name" -> (facts, faces) -> byName(facts, faces, ascending);
          case "reviewed" ->
              byNumber((facts, face) -> truth(facts.labels(face).notes().reviewed()), ascending);
          case "unsaved" -> byNumber((facts, face) -> truth(facts.isUnsaved(face)), ascending);
          default ->
              byNumber(
                  groupsFirst(name, new QueryMeasures(words, needs).named(name, argument)),
                  ascending);
        };
    return new FaceOrder(key, ascending, needs, sorter);
  }

  private static OptionalDouble truth(boolean value) {
    return OptionalDouble.of(value ? 1 : 0);
  }

  /** Who is in no group of duplicates comes behind those who are. */
  private static FaceMeasure groupsFirst(String name, FaceMeasure measure) {
    return name.equals("group")
        ? (facts, face) -> {
          OptionalDouble group = measure.of(facts, face);
          return group.orElse(0) == 0 ? OptionalDouble.empty() : group;
        }
        : measure;
  }

  private static Sorter byNumber(FaceMeasure measure, boolean ascending) {
    return (facts, faces) -> {
      double[] keys = new double[faces.length];
      Arrays.parallelSetAll(
          keys,
          i -> {
            double value = measure.of(facts, faces[i]).orElse(Double.NaN);
            // NaN sorts behind every number; adding 0 makes −0 and 0 the same.
            return (ascending ? value : -value) + 0.0;
          });
      return inOrder(faces, keys);
    };
  }

  /**
   * Faces by their keys, equal ones in the array's order: each goes to the first free place among
   * those of its key. Sorting numbers and not objects takes a fifth of the time.
   */
  private static int[] inOrder(int[] faces, double[] keys) {
    double[] sorted = keys.clone();
    Arrays.parallelSort(sorted);
    int[] taken = new int[faces.length];
    int[] ordered = new int[faces.length];
    for (int i = 0; i < faces.length; i++) {
      int first = firstPlace(sorted, keys[i]);
      ordered[first + taken[first]++] = faces[i];
    }
    return ordered;
  }

  private static int firstPlace(double[] sorted, double key) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Double.compare(sorted[middle], key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int[] byName(FaceFacts facts, int[] faces, boolean ascending) {
    String[] keys = IntStream.of(faces).mapToObj(facts::name).toArray(String[]::new);
    Comparator<Integer> order = (one, other) -> NaturalOrder.compare(keys[one], keys[other]);
    if (ascending && isSorted(keys)) {
      return faces.clone(); // the files of a folder mostly are
    }
    return inOrder(faces, ascending ? order : order.reversed());
  }

  private static boolean isSorted(String[] keys) {
    return IntStream.range(1, keys.length)
        .allMatch(i -> NaturalOrder.compare(keys[i - 1], keys[i]) <= 0);
  }

  /** Faces by their places in the array, equal ones in its order. */
  private static int[] inOrder(int[] faces, Comparator<Integer> order) {
    Integer[] places = IntStream.range(0, faces.length).boxed().toArray(Integer[]::new);
    Arrays.parallelSort(places, order);
    return Arrays.stream(places).mapToInt(place -> faces[place]).toArray();
  }

  /** Faces in this order; the list is as it was. */
  public List<Integer> sort(FaceFacts facts, List<Integer> faces) {
    if (equals(OF_THE_DATA_SET)) {
      return faces;
    }
    int[] sorted = sorter.sorted(facts, faces.stream().mapToInt(Integer::intValue).toArray());
    return IntStream.of(sorted).boxed().toList();
  }

  /** What is sorted by, without the direction. */
  public String key() {
    return key;
  }

  /** Whether the smallest comes first. */
  public boolean isAscending() {
    return ascending;
  }

  /** What must be measured on the images before {@link #sort} can tell. */
  public Set<ImageNeed> needs() {
    return needs;
  }

  /** As {@link #parse} understands it. */
  public String text() {
    return ascending ? key : "-" + key;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FaceOrder that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
