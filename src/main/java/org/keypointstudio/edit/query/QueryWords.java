package org.keypointstudio.edit.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.keypointstudio.model.KeypointSchema;

/**
 * The words that a query may use for one data set.
 *
 * @param schema its keypoints
 * @param models what its models are called
 * @param tags that some face has; others may be asked for too
 */
public record QueryWords(KeypointSchema schema, List<String> models, SortedSet<String> tags) {

  /** Copies the models. */
  public QueryWords {
    models = List.copyOf(models);
  }

  /** The index of a keypoint by its name or its display name, whatever the case. */
  Optional<Integer> keypoint(String name) {
    String wanted = plain(name);
    for (int index = 0; index < schema.size(); index++) {
      if (plain(schema.keypointNames().get(index)).equals(wanted)) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  /** A model by its name, whatever the case. */
  Optional<String> model(String name) {
    return models.stream().filter(model -> plain(model).equals(plain(name))).findFirst();
  }

  /** Without the quotes that keep words together. */
  static String unquoted(String text) {
    return text.replace("\"", "").strip();
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  /**
   * What the last word of an unfinished query may become, as whole queries, the likeliest first.
   *
   * @param typed the query so far
   */
  public List<String> completions(String typed) {
    int start = startOfLastWord(typed);
    String before = typed.substring(0, start);
    String word = typed.substring(start).toLowerCase(Locale.ROOT);
    String sign = word.startsWith("-") ? "-" : "";
    List<String> completed = new ArrayList<>();
    for (String term : terms()) {
      String candidate = sign + term;
      if (candidate.toLowerCase(Locale.ROOT).startsWith(word) && !candidate.equals(word)) {
        completed.add(before + candidate);
      }
    }
    return List.copyOf(completed);
  }

  private static int startOfLastWord(String typed) {
    boolean quoted = false;
    int depth = 0;
    int start = 0;
    for (int at = 0; at < typed.length(); at++) {
      char letter = typed.charAt(at);
      if (letter == '"') {
        quoted = !quoted;
      } else if (!quoted && letter == '(') {
        depth++;
      } else if (!quoted && letter == ')') {
        depth--;
      } else if (!quoted && depth <= 0 && letter == ' ') {
        start = at + 1;
      }
    }
    return start;
  }

  /** All terms that can be written down beforehand. */
  private List<String> terms() {
    Stream<String> keypoints =
        Stream.of("missing:", "occluded:", "absent:", "locked:", "accepted:")
            .flatMap(
                field ->
                    Stream.concat(Stream.of("any"), schema.keypointNames().stream())
                        .map(name -> field + quotedIfNeeded(name)));
    Stream<String> numbers =
        Stream.of(
            "labelled<",
            "missing>",
            "occluded>",
            "accepted>",
            "row<",
            "brightness<",
            "brightness>",
            "sharpness<",
            "interocular<",
            "duplicates>");
    Stream<String> errors = models.stream().map("error(%s)>"::formatted);
    Stream<String> marks =
        Stream.of(
            "reviewed:no",
            "reviewed:yes",
            "tagged:yes",
            "tagged:no",
            "noted:yes",
            "unsaved:yes",
            "complete:yes",
            "complete:no",
            "duplicate:yes",
            "duplicate:no");
    Stream<String> tagTerms = tags.stream().map(tag -> "tag:" + quotedIfNeeded(tag));
    Stream<String> origins =
        Stream.concat(Stream.of("file", "hand", "mean_shape"), models.stream())
            .map(origin -> "from:" + quotedIfNeeded(origin));
    return Stream.of(marks, tagTerms, keypoints, numbers, errors, origins, Stream.of("note:"))
        .flatMap(terms -> terms)
        .toList();
  }

  private static String quotedIfNeeded(String value) {
    return value.chars().anyMatch(letter -> letter == ' ' || letter == '(' || letter == ')')
        ? '"' + value + '"'
        : value;
  }
}
