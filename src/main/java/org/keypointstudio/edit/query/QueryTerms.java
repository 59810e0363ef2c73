package org.keypointstudio.edit.query;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;

/** Says what a single word of a query asks. */
final class QueryTerms {
  private static final Pattern MEASURE =
      Pattern.compile("(\\w+)(?:\\(([^)]*)\\))?(<=|>=|!=|<|>|=)(.*)");
  private static final Pattern FIELD = Pattern.compile("(\\w+):(.*)");
  private static final Set<String> FIELDS =
      Set.of(
          "missing",
          "occluded",
          "absent",
          "locked",
          "accepted",
          "tag",
          "note",
          "name",
          "from",
          "reviewed",
          "tagged",
          "noted",
          "unsaved",
          "complete");

  private final QueryWords words;

  QueryTerms(QueryWords words) {
    this.words = words;
  }

  /** A number of a face. */
  private interface Measure {
    OptionalDouble of(FaceFacts facts, int face);
  }

  Condition condition(String word) throws QueryException {
    Matcher measure = MEASURE.matcher(word);
    if (measure.matches()) {
      return measured(measure);
    }
    Matcher field = FIELD.matcher(word);
    if (field.matches()) {
      return field(field.group(1).toLowerCase(Locale.ROOT), unquoted(field.group(2)), word);
    }
    return anywhere(unquoted(word));
  }

  private Condition measured(Matcher parts) throws QueryException {
    Measure measure = measure(parts.group(1).toLowerCase(Locale.ROOT), parts.group(2));
    Comparison comparison = comparison(parts.group(3));
    double bound = number(parts.group(4), parts.group());
    return (facts, face) -> {
      OptionalDouble value = measure.of(facts, face);
      return value.isPresent() && comparison.holds(value.getAsDouble(), bound);
    };
  }

  private static Comparison comparison(String sign) {
    for (Comparison comparison : Comparison.values()) {
      if (comparison.sign().equals(sign)) {
        return comparison;
      }
    }
    throw new IllegalArgumentException("no comparison " + sign);
  }

  private static double number(String text, String word) throws QueryException {
    if (text.isBlank()) {
      throw new QueryException("The filter lacks a number after %s.".formatted(word));
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException problem) {
      throw new QueryException(
          "%s in the filter is no number; write for instance labelled<15 instead of %s."
              .formatted(text, word));
    }
  }

  private Measure measure(String name, @Nullable String argument) throws QueryException {
    return switch (name) {
      case "labelled" -> count((labels, k) -> labels.annotation().isPlaced(k));
      case "missing" -> count((labels, k) -> is(labels, k, Visibility.UNLABELLED));
      case "occluded" -> count((labels, k) -> is(labels, k, Visibility.OCCLUDED));
      case "absent" -> count((labels, k) -> is(labels, k, Visibility.ABSENT));
      case "accepted" -> count((labels, k) -> labels.origin(k).isAccepted());
      case "locked" -> count(FaceLabels::isLocked);
      case "tags" -> (facts, face) -> OptionalDouble.of(facts.labels(face).notes().tags().size());
      case "row" -> (_, face) -> OptionalDouble.of(face);
      case "error" -> error(argument == null ? "" : unquoted(argument));
      default ->
          throw new QueryException(
              "The filter cannot measure \"%s\"; it knows labelled, missing, occluded, absent, accepted, locked, tags, row and error(model)."
                  .formatted(name));
    };
  }

  private Measure error(String name) throws QueryException {
    if (name.isEmpty()) {
      // The worst of all models: a face that any of them gets wrong.
      return (facts, face) ->
          words.models().stream()
              .map(model -> facts.error(model, face))
              .filter(OptionalDouble::isPresent)
              .mapToDouble(OptionalDouble::getAsDouble)
              .max();
    }
    String model =
        words
            .model(name)
            .orElseThrow(
                () ->
                    new QueryException(
                        words.models().isEmpty()
                            ? "There is no model \"%s\" yet; train one first.".formatted(name)
                            : "There is no model \"%s\"; there are %s."
                                .formatted(name, String.join(", ", words.models()))));
    return (facts, face) -> facts.error(model, face);
  }

  /** Whether something holds of one keypoint. */
  private interface KeypointTest {
    boolean holds(FaceLabels labels, int keypoint);
  }

  private static boolean is(FaceLabels labels, int keypoint, Visibility visibility) {
    return labels.annotation().visibility(keypoint) == visibility;
  }

  private static Measure count(KeypointTest test) {
    return (facts, face) -> {
      FaceLabels labels = facts.labels(face);
      IntPredicate holds = keypoint -> test.holds(labels, keypoint);
      return OptionalDouble.of(
          IntStream.range(0, labels.annotation().size()).filter(holds).map(_ -> 1).sum());
    };
  }

  private Condition field(String field, String value, String word) throws QueryException {
    if (!FIELDS.contains(field)) {
      throw new QueryException(
          "The filter does not know \"%s:\"; it knows %s."
              .formatted(field, String.join(", ", FIELDS.stream().sorted().toList())));
    }
    if (value.isBlank()) {
      throw new QueryException("The filter lacks what comes after \"%s\".".formatted(word));
    }
    String lower = value.toLowerCase(Locale.ROOT);
    return switch (field) {
      case "missing" -> keypoint(value, (labels, k) -> is(labels, k, Visibility.UNLABELLED));
      case "occluded" -> keypoint(value, (labels, k) -> is(labels, k, Visibility.OCCLUDED));
      case "absent" -> keypoint(value, (labels, k) -> is(labels, k, Visibility.ABSENT));
      case "locked" -> keypoint(value, FaceLabels::isLocked);
      case "accepted" -> keypoint(value, (labels, k) -> labels.origin(k).isAccepted());
      case "tag" ->
          labels(it -> it.notes().tags().stream().anyMatch(tag -> tag.equalsIgnoreCase(value)));
      case "note" -> labels(it -> it.notes().note().toLowerCase(Locale.ROOT).contains(lower));
      case "name" -> (facts, face) -> facts.name(face).toLowerCase(Locale.ROOT).contains(lower);
      case "from" -> keypointFrom(lower.replace('_', ' '));
      case "reviewed" -> yesOrNo(word, lower, labels(it -> it.notes().reviewed()));
      case "tagged" -> yesOrNo(word, lower, labels(it -> !it.notes().tags().isEmpty()));
      case "noted" -> yesOrNo(word, lower, labels(it -> !it.notes().note().isBlank()));
      case "unsaved" -> yesOrNo(word, lower, FaceFacts::isUnsaved);
      default -> yesOrNo(word, lower, labels(it -> it.annotation().isComplete()));
    };
  }

  private static Condition labels(Predicate<FaceLabels> test) {
    return (facts, face) -> test.test(facts.labels(face));
  }

  private static Condition yesOrNo(String word, String value, Condition yes) throws QueryException {
    return switch (value) {
      case "yes", "true" -> yes;
      case "no", "false" -> yes.negated();
      default ->
          throw new QueryException("%s in the filter must end in yes or no.".formatted(word));
    };
  }

  private Condition keypoint(String name, KeypointTest test) throws QueryException {
    if (name.equalsIgnoreCase("any")) {
      return labels(
          it ->
              IntStream.range(0, it.annotation().size())
                  .anyMatch(keypoint -> test.holds(it, keypoint)));
    }
    int keypoint =
        words
            .keypoint(name)
            .orElseThrow(
                () ->
                    new QueryException(
                        "There is no keypoint \"%s\"; the first ones are %s."
                            .formatted(
                                name,
                                String.join(
                                    ", ",
                                    words.schema().keypointNames().stream().limit(4).toList()))));
    return labels(it -> test.holds(it, keypoint));
  }

  private static Condition keypointFrom(String origin) {
    return labels(
        it ->
            IntStream.range(0, it.annotation().size())
                .filter(keypoint -> it.annotation().visibility(keypoint) != Visibility.UNLABELLED)
                .mapToObj(it::origin)
                .map(Origin::displayName)
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(origin)));
  }

  private static Condition anywhere(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return (facts, face) -> {
      FaceLabels labels = facts.labels(face);
      return facts.name(face).toLowerCase(Locale.ROOT).contains(lower)
          || labels.notes().note().toLowerCase(Locale.ROOT).contains(lower)
          || labels.notes().tags().stream()
              .anyMatch(tag -> tag.toLowerCase(Locale.ROOT).contains(lower));
    };
  }

  private static String unquoted(String text) {
    return text.replace("\"", "").strip();
  }
}
