package org.keypointstudio.edit.query;

import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
          "duplicate",
          "complete");

  private final QueryWords words;
  private final QueryMeasures measures;
  private final Set<ImageNeed> needs = EnumSet.noneOf(ImageNeed.class);

  QueryTerms(QueryWords words) {
    this.words = words;
    this.measures = new QueryMeasures(words, needs);
  }

  /** What the terms so far ask of images. */
  Set<ImageNeed> needs() {
    return needs;
  }

  /** Whether something holds of one keypoint. */
  private interface KeypointTest {
    boolean holds(FaceLabels labels, int keypoint);
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
    FaceMeasure measure = measures.named(parts.group(1), parts.group(2));
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

  private static boolean is(FaceLabels labels, int keypoint, Visibility visibility) {
    return labels.annotation().visibility(keypoint) == visibility;
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
      case "duplicate" -> duplicate(word, lower);
      case "unsaved" -> yesOrNo(word, lower, FaceFacts::isUnsaved);
      default -> yesOrNo(word, lower, labels(it -> it.annotation().isComplete()));
    };
  }

  private static Condition labels(Predicate<FaceLabels> test) {
    return (facts, face) -> test.test(facts.labels(face));
  }

  private Condition duplicate(String word, String value) throws QueryException {
    needs.add(ImageNeed.DUPLICATES);
    return yesOrNo(word, value, (facts, face) -> facts.duplicateCount(face).orElse(1) > 1);
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
    return QueryWords.unquoted(text);
  }
}
