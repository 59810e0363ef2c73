package org.keypointstudio.ui.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.ui.session.ModelEntry;

/** A comparison as the rows of tables. */
final class ScoreRows {
  private ScoreRows() {}

  /**
   * What one model is worth. Numbers are NaN for a model that was not compared.
   *
   * @param model the model
   * @param rmse in pixels
   * @param nme as a share of the inter-ocular distance
   * @param faces with labels that were scored
   * @param facesWithoutNme of these, those without labelled eyes
   * @param smallestRmse whether no other model has a smaller one
   * @param smallestNme whether no other model has a smaller one
   */
  record ModelRow(
      ModelEntry model,
      double rmse,
      double nme,
      int faces,
      int facesWithoutNme,
      boolean smallestRmse,
      boolean smallestNme) {}

  /**
   * How well the models place one keypoint.
   *
   * @param keypoint index in the schema
   * @param name as people read it
   * @param rmse by model, in pixels; NaN where it is labelled in no scored face
   * @param best the model with the smallest error, if they can be held against each other
   */
  record KeypointRow(
      int keypoint, String name, Map<ModelEntry, Double> rmse, Optional<ModelEntry> best) {

    double rmseOf(ModelEntry model) {
      return rmse.getOrDefault(model, Double.NaN);
    }
  }

  /** One row a model of the session, compared or not. */
  static List<ModelRow> ofModels(List<ModelEntry> models, Comparison comparison) {
    Optional<ModelEntry> bestRmse = comparison.best(score -> score.evaluation().rmse());
    Optional<ModelEntry> bestNme = comparison.best(score -> score.evaluation().nme());
    Function<ModelEntry, ModelRow> row =
        model -> {
          Optional<Comparison.Score> score = comparison.scoreOf(model);
          return new ModelRow(
              model,
              score.map(one -> one.evaluation().rmse()).orElse(Double.NaN),
              score.map(one -> one.evaluation().nme()).orElse(Double.NaN),
              score.map(Comparison.Score::scoredFaces).orElse(0),
              score.map(one -> one.evaluation().facesWithoutNormaliser()).orElse(0),
              bestRmse.filter(model::equals).isPresent(),
              bestNme.filter(model::equals).isPresent());
        };
    return models.stream().map(row).toList();
  }

  /** One row a keypoint. */
  static List<KeypointRow> ofKeypoints(KeypointSchema schema, Comparison comparison) {
    return IntStream.range(0, schema.size())
        .mapToObj(
            keypoint -> {
              ToDoubleFunction<Comparison.Score> rmse =
                  score -> score.evaluation().keypoints().get(keypoint).rmse();
              Map<ModelEntry, Double> byModel =
                  comparison.scores().stream()
                      .collect(Collectors.toMap(Comparison.Score::model, rmse::applyAsDouble));
              return new KeypointRow(
                  keypoint, schema.displayName(keypoint), byModel, comparison.best(rmse));
            })
        .toList();
  }
}
