package org.keypointstudio.edit.query;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Visibility;

/** The numbers of a face that a query can compare and an order can sort by. */
final class QueryMeasures {
  private final QueryWords words;
  private final Set<ImageNeed> needs;

  /**
   * Measures of a data set.
   *
   * @param needs gets what the measures that are asked for need
   */
  QueryMeasures(QueryWords words, Set<ImageNeed> needs) {
    this.words = words;
    this.needs = needs;
  }

  /**
   * A measure by its name.
   *
   * @param argument what stood in parentheses behind it
   * @throws QueryException if there is no such measure
   */
  FaceMeasure named(String name, @Nullable String argument) throws QueryException {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "labelled" -> count((labels, k) -> labels.annotation().isPlaced(k));
      case "missing" -> count((labels, k) -> is(labels, k, Visibility.UNLABELLED));
      case "occluded" -> count((labels, k) -> is(labels, k, Visibility.OCCLUDED));
      case "absent" -> count((labels, k) -> is(labels, k, Visibility.ABSENT));
      case "accepted" -> count((labels, k) -> labels.origin(k).isAccepted());
      case "locked" -> count(FaceLabels::isLocked);
      case "tags" -> (facts, face) -> OptionalDouble.of(facts.labels(face).notes().tags().size());
      case "row" -> (_, face) -> OptionalDouble.of(face);
      case "error" -> error(argument == null ? "" : QueryWords.unquoted(argument));
      case "interocular" -> FaceFacts::interOcularDistance;
      case "brightness" -> needing(ImageNeed.FACTS, FaceFacts::brightness);
      case "sharpness" -> needing(ImageNeed.FACTS, FaceFacts::sharpness);
      case "duplicates" ->
          needing(ImageNeed.DUPLICATES, (facts, face) -> toDouble(facts.duplicateCount(face)));
      case "group" ->
          needing(ImageNeed.DUPLICATES, (facts, face) -> toDouble(facts.duplicateGroup(face)));
      default ->
          throw new QueryException(
              "The filter cannot measure \"%s\"; it knows labelled, missing, occluded, absent, accepted, locked, tags, row, error(model), interocular, brightness, sharpness, duplicates and group."
                  .formatted(name));
    };
  }

  private FaceMeasure needing(ImageNeed need, FaceMeasure measure) {
    needs.add(need);
    return measure;
  }

  private static OptionalDouble toDouble(OptionalInt value) {
    return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
  }

  private FaceMeasure error(String name) throws QueryException {
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

  private static FaceMeasure count(KeypointTest test) {
    return (facts, face) -> {
      FaceLabels labels = facts.labels(face);
      int count = 0;
      for (int keypoint = 0; keypoint < labels.annotation().size(); keypoint++) {
        count += test.holds(labels, keypoint) ? 1 : 0;
      }
      return OptionalDouble.of(count);
    };
  }
}
