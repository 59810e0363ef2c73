package org.keypointstudio.model.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/**
 * A schema while a person changes it: an immutable value. Pairs and lines name keypoints by their
 * index in the schema from which the draft began, so that they stay when keypoints change places.
 *
 * @param name what the schema will be called
 * @param entries keypoints in the order that they will have
 * @param lines of the skeleton
 * @param eyes the pairs that scale the normalised error
 */
public record SchemaDraft(
    String name, List<Entry> entries, List<IndexPair> lines, List<IndexPair> eyes) {
  private static final int NONE = -1;

  /**
   * A keypoint.
   *
   * @param source its index in the schema from which the draft began; of one that was added a
   *     number that no other has
   * @param name what it will be called
   * @param color {@code #rrggbb}, or empty
   * @param partner source of the keypoint with which it changes places in the mirrored image, or −1
   */
  public record Entry(int source, String name, String color, int partner) {
    private Entry withName(String newName) {
      return new Entry(source, newName, color, partner);
    }

    private Entry withColor(String newColor) {
      return new Entry(source, name, newColor, partner);
    }

    private Entry withPartner(int newPartner) {
      return new Entry(source, name, color, newPartner);
    }

    /** Whether it changes places with another keypoint. */
    public boolean isPaired() {
      return partner != NONE;
    }
  }

  /** Copies the lists. */
  public SchemaDraft {
    entries = List.copyOf(entries);
    lines = List.copyOf(lines);
    eyes = List.copyOf(eyes);
  }

  /** A draft in which nothing is changed yet. */
  public static SchemaDraft of(KeypointSchema schema) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      int partner = schema.flipPartner(i);
      entries.add(
          new Entry(
              i,
              schema.keypointNames().get(i),
              schema.color(i).orElse(""),
              partner == i ? NONE : partner));
    }
    return new SchemaDraft(schema.name(), entries, schema.skeleton(), schema.interOcularPairs());
  }

  private SchemaDraft withEntries(List<Entry> newEntries) {
    return new SchemaDraft(name, newEntries, lines, eyes);
  }

  private SchemaDraft changed(int source, UnaryOperator<Entry> change) {
    return withEntries(
        entries.stream()
            .map(entry -> entry.source() == source ? change.apply(entry) : entry)
            .toList());
  }

  /** The keypoint that began with an index. */
  public Entry entry(int source) {
    return entries.stream().filter(entry -> entry.source() == source).findFirst().orElseThrow();
  }

  /** This draft with another name of a keypoint, without spaces around it. */
  public SchemaDraft renamed(int source, String newName) {
    return changed(source, entry -> entry.withName(newName.strip()));
  }

  /**
   * This draft with another colour of a keypoint.
   *
   * @param color {@code #rrggbb}, or empty for none
   */
  public SchemaDraft colored(int source, String color) {
    return changed(source, entry -> entry.withColor(color));
  }

  /** This draft in which two keypoints change places when the image is mirrored, and no others. */
  public SchemaDraft paired(int source, int partner) {
    return source == partner
        ? unpaired(source)
        : unpaired(source)
            .unpaired(partner)
            .changed(source, entry -> entry.withPartner(partner))
            .changed(partner, entry -> entry.withPartner(source));
  }

  /** This draft in which a keypoint stays what it is when the image is mirrored. */
  public SchemaDraft unpaired(int source) {
    int partner = entry(source).partner();
    SchemaDraft freed = changed(source, entry -> entry.withPartner(NONE));
    return partner == NONE ? freed : freed.changed(partner, entry -> entry.withPartner(NONE));
  }

  /** This draft with a keypoint some places further on in the order, or as far as it goes. */
  public SchemaDraft moved(int source, int places) {
    List<Entry> order = new ArrayList<>(entries);
    int from = entries.indexOf(entry(source));
    int to = Math.clamp((long) from + places, 0, entries.size() - 1);
    order.add(to, order.remove(from));
    return withEntries(order);
  }

  /**
   * This draft with another keypoint at the end, alone and without lines.
   *
   * @param source a number that no keypoint here has
   */
  public SchemaDraft with(int source, String newName) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(source, newName, "", NONE));
    return withEntries(more);
  }

  /** This draft without a keypoint, its pair and its lines. */
  public SchemaDraft without(int source) {
    List<Entry> fewer = new ArrayList<>(unpaired(source).entries);
    fewer.removeIf(entry -> entry.source() == source);
    return new SchemaDraft(name, fewer, apart(lines, source), apart(eyes, source));
  }

  private static List<IndexPair> apart(List<IndexPair> pairs, int source) {
    return pairs.stream()
        .filter(pair -> pair.first() != source && pair.second() != source)
        .toList();
  }

  /** Whether a keypoint is in the draft. */
  public boolean has(int source) {
    return entries.stream().anyMatch(entry -> entry.source() == source);
  }

  /** This draft with a line between two keypoints, or without it if there is one. */
  public SchemaDraft toggledLine(int first, int second) {
    if (first == second) {
      return this;
    }
    List<IndexPair> kept =
        new ArrayList<>(lines.stream().filter(line -> !joins(line, first, second)).toList());
    if (kept.size() == lines.size()) {
      kept.add(new IndexPair(first, second));
    }
    return new SchemaDraft(name, entries, kept, eyes);
  }

  private static boolean joins(IndexPair line, int first, int second) {
    return line.equals(new IndexPair(first, second)) || line.equals(new IndexPair(second, first));
  }

  /** This draft with the pairs, and the pair of eyes, that the names suggest, and no others. */
  public SchemaDraft withGuessedPairs() {
    List<String> names = entries.stream().map(Entry::name).toList();
    List<IndexPair> pairs = SchemaGuess.flipPairs(names);
    SchemaDraft draft = this;
    for (Entry entry : entries) {
      draft = draft.unpaired(entry.source());
    }
    for (IndexPair pair : pairs) {
      draft = draft.paired(source(pair.first()), source(pair.second()));
    }
    return new SchemaDraft(
        name, draft.entries, lines, bySource(SchemaGuess.interOcularPairs(names, pairs)));
  }

  private int source(int place) {
    return entries.get(place).source();
  }

  private List<IndexPair> bySource(List<IndexPair> places) {
    return places.stream()
        .map(pair -> new IndexPair(source(pair.first()), source(pair.second())))
        .toList();
  }

  /**
   * This draft with the names, pairs and lines of a preset, keypoint by keypoint in the draft's
   * order.
   *
   * @throws IllegalArgumentException if the preset has another number of keypoints
   */
  public SchemaDraft withPreset(SchemaPreset preset) {
    KeypointSchema schema = preset.schema();
    if (schema.size() != entries.size()) {
      throw new IllegalArgumentException(
          "%s has %d keypoints, not %d".formatted(schema.name(), schema.size(), entries.size()));
    }
    List<Entry> named = new ArrayList<>();
    for (int place = 0; place < entries.size(); place++) {
      int partner = schema.flipPartner(place);
      named.add(
          entries
              .get(place)
              .withName(schema.keypointNames().get(place))
              .withPartner(partner == place ? NONE : source(partner)));
    }
    return new SchemaDraft(
        schema.name(), named, bySource(schema.skeleton()), bySource(schema.interOcularPairs()));
  }

  /** What must be put right before the draft is a schema; nothing if it is one. */
  public Optional<String> problem() {
    if (entries.isEmpty()) {
      return Optional.of("No keypoint is left: add one, or start over.");
    }
    Set<String> names = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.name().isEmpty()) {
        return Optional.of("A keypoint has no name: give it one.");
      }
      if (!names.add(entry.name())) {
        return Optional.of(
            "Two keypoints are called %s: give one of them another name.".formatted(entry.name()));
      }
    }
    return Optional.empty();
  }

  /**
   * The schema.
   *
   * @throws IllegalArgumentException if there is a {@link #problem}
   */
  public KeypointSchema toSchema() {
    Map<Integer, Integer> places = new HashMap<>();
    for (int place = 0; place < entries.size(); place++) {
      places.put(source(place), place);
    }
    List<IndexPair> pairs = new ArrayList<>();
    for (Entry entry : entries) {
      IndexPair pair = byPlace(new IndexPair(entry.source(), entry.partner()), places);
      if (entry.isPaired() && pair.first() < pair.second()) {
        pairs.add(pair);
      }
    }
    return new KeypointSchema(
        name,
        entries.stream().map(Entry::name).toList(),
        pairs,
        byPlace(lines, places),
        byPlace(eyes, places),
        entries.stream().map(Entry::color).toList());
  }

  private static List<IndexPair> byPlace(List<IndexPair> sources, Map<Integer, Integer> places) {
    return sources.stream().map(pair -> byPlace(pair, places)).toList();
  }

  private static IndexPair byPlace(IndexPair sources, Map<Integer, Integer> places) {
    return new IndexPair(
        places.getOrDefault(sources.first(), NONE), places.getOrDefault(sources.second(), NONE));
  }

  /** For each keypoint of the schema its {@link Entry#source}. */
  public List<Integer> sources() {
    return entries.stream().map(Entry::source).toList();
  }
}
