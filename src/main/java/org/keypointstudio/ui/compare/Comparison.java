package org.keypointstudio.ui.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.keypointstudio.evaluation.Disagreement;
import org.keypointstudio.evaluation.Evaluation;
import org.keypointstudio.evaluation.FaceError;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.ui.session.ModelEntry;

/**
 * What several models are worth against the same labels, at one moment. Immutable.
 *
 * @param scope which faces were scored
 * @param fellBack whether another scope was asked for, but the models share no held-out face
 * @param faces positions of the faces that were looked at for any model, ascending
 * @param unlabelled how many of them have no label to be scored by
 * @param excluded how many more were left out as a person excluded them
 * @param scores one a model
 */
record Comparison(
    FaceScope scope,
    boolean fellBack,
    List<Integer> faces,
    int unlabelled,
    int excluded,
    List<Score> scores) {

  /**
   * What one model is worth.
   *
   * @param model the model
   * @param evaluation over the faces of the scope
   * @param truths one annotation a face of the data set
   * @param predictions one a face of the data set
   * @param everyFace errors of all faces of the data set, by position
   */
  record Score(
      ModelEntry model,
      Evaluation evaluation,
      List<Annotation> truths,
      List<Annotation> predictions,
      List<FaceError> everyFace) {

    /** How far a keypoint's prediction is from its label, in pixels; −1 without a label. */
    double distance(int face, int keypoint) {
      Annotation truth = truths.get(face);
      return truth.isPlaced(keypoint)
          ? truth.keypoint(keypoint).distanceTo(predictions.get(face).keypoint(keypoint))
          : -1;
    }

    /** Error of a face, in pixels; below all errors if nothing of the face is labelled. */
    double errorOf(int face) {
      FaceError error = everyFace.get(face);
      return error.keypoints() == 0 ? -1 : error.rmse();
    }

    /** The number of faces with labels that were scored. */
    int scoredFaces() {
      return (int) evaluation.faces().stream().filter(face -> face.keypoints() > 0).count();
    }
  }

  /** Nothing to compare. */
  static Comparison empty() {
    return new Comparison(FaceScope.COMMON_HELD_OUT, false, List.of(), 0, 0, List.of());
  }

  /**
   * Compares.
   *
   * @param contenders the models
   * @param labels one a face of the data set; excluded faces are not scored
   * @param wanted which faces to score, if there are any
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  static Comparison of(
      KeypointSchema schema,
      List<Contender> contenders,
      List<FaceLabels> labels,
      FaceScope wanted,
      TaskContext context) {
    List<Annotation> truths = labels.stream().map(FaceLabels::annotation).toList();
    Set<Integer> leftOut = new TreeSet<>();
    Set<Integer> common = commonHeldOut(contenders);
    boolean fallBack =
        wanted == FaceScope.COMMON_HELD_OUT && common.isEmpty() && !contenders.isEmpty();
    FaceScope scope = fallBack ? FaceScope.OWN_HELD_OUT : wanted;
    Set<Integer> union = new TreeSet<>();
    List<Score> scores = new ArrayList<>();
    for (Contender contender : contenders) {
      context.throwIfCancelled();
      context.report(scores.size(), contenders.size(), contender.model().name());
      Collection<Integer> wished =
          switch (scope) {
            case COMMON_HELD_OUT -> common;
            case OWN_HELD_OUT -> new TreeSet<>(contender.heldOut());
            case ALL -> IntStream.range(0, truths.size()).boxed().toList();
          };
      List<Integer> chosen = new ArrayList<>();
      for (int face : wished) {
        (labels.get(face).isExcluded() ? leftOut : chosen).add(face);
      }
      union.addAll(chosen);
      List<Annotation> predictions = contender.predictions();
      int[] indices = chosen.stream().mapToInt(Integer::intValue).toArray();
      scores.add(
          new Score(
              contender.model(),
              Evaluation.of(schema, truths, predictions, indices),
              truths,
              predictions,
              Evaluation.of(schema, truths, predictions).faces()));
    }
    return new Comparison(
        scope,
        fallBack,
        List.copyOf(union),
        (int) union.stream().filter(face -> truths.get(face).placedCount() == 0).count(),
        leftOut.size(),
        List.copyOf(scores));
  }

  private static Set<Integer> commonHeldOut(List<Contender> contenders) {
    Set<Integer> common = new TreeSet<>();
    contenders.stream().findFirst().ifPresent(first -> common.addAll(first.heldOut()));
    contenders.forEach(contender -> common.retainAll(contender.heldOut()));
    return common;
  }

  /** Which faces the figures stand for, in words: none counts that has nothing to score it by. */
  String scopeWords() {
    int count = faces.size() - unlabelled;
    String words =
        switch (scope) {
          case COMMON_HELD_OUT ->
              "Scored on %,d faces that none of the shown models has learned from."
                  .formatted(count);
          case OWN_HELD_OUT ->
              fellBack
                  ? "The shown models have no held-out face in common, so each is scored on its"
                      + " own. The figures stand for different faces."
                  : "Each model is scored on the faces that it has not learned from."
                      + " The figures stand for different faces.";
          case ALL ->
              "Scored on all %,d labelled faces, also those that the models have learned from."
                  .formatted(count);
        };
    return words
        + (unlabelled > 0 ? " Not scored, having no label: %,d.".formatted(unlabelled) : "")
        + (excluded > 0 ? " Not scored, being excluded: %,d.".formatted(excluded) : "");
  }

  /** What a model is worth, if it was compared. */
  Optional<Score> scoreOf(ModelEntry model) {
    return scores.stream().filter(score -> score.model() == model).findFirst();
  }

  /** The model with the smallest error; empty unless two or more were scored on the same faces. */
  Optional<ModelEntry> best(ToDoubleFunction<Score> error) {
    return scores.size() < 2 || scope == FaceScope.OWN_HELD_OUT
        ? Optional.empty()
        : scores.stream()
            .filter(score -> !Double.isNaN(error.applyAsDouble(score)))
            .min(Comparator.comparingDouble(error))
            .map(Score::model);
  }

  /** The scored faces that are also among {@code shown}, in an order. */
  List<Integer> ordered(FaceOrder order, Collection<Integer> shown) {
    Set<Integer> scored = new LinkedHashSet<>(faces);
    List<Integer> result = new ArrayList<>(shown.stream().filter(scored::contains).toList());
    switch (order) {
      case FaceOrder.DataOrder _ -> result.sort(Comparator.naturalOrder());
      case FaceOrder.WorstFirst(ModelEntry model) ->
          scoreOf(model).ifPresent(score -> sortDescending(result, score::errorOf));
      case FaceOrder.LargestDisagreement _ -> sortDescending(result, this::disagreement);
      case FaceOrder.WrongAndRight(ModelEntry wrong, ModelEntry right) ->
          scoreOf(wrong)
              .ifPresent(
                  worse ->
                      scoreOf(right)
                          .ifPresent(
                              better ->
                                  sortDescending(
                                      result, face -> worse.errorOf(face) - better.errorOf(face))));
      case FaceOrder.WorstOfKeypoint(int keypoint, String _) ->
          sortDescending(result, face -> largestDistance(face, keypoint));
    }
    return List.copyOf(result);
  }

  private static void sortDescending(List<Integer> faces, ToDoubleFunction<Integer> value) {
    faces.sort(Comparator.comparingDouble(value).reversed());
  }

  /** The distance of the worst model from the label, in pixels; −1 without a label. */
  private double largestDistance(int face, int keypoint) {
    return scores.stream().mapToDouble(score -> score.distance(face, keypoint)).max().orElse(-1);
  }

  private double disagreement(int face) {
    return Disagreement.of(scores.stream().map(score -> score.predictions().get(face)).toList());
  }
}
