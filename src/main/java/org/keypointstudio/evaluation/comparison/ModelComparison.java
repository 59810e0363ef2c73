package org.keypointstudio.evaluation.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.keypointstudio.evaluation.ErrorDistribution;
import org.keypointstudio.model.KeypointSchema;

/**
 * What several models are worth against the same labels on the same faces, and how certain that is.
 * Immutable.
 *
 * @param schema of the labels
 * @param faces that all models were scored on
 * @param models one score a model, in the order in which they were given
 * @param differences between each two models, for each measure
 * @param keypoints one score a keypoint
 * @param groups of faces, by what makes them easy or hard
 * @param histogram of the faces' errors
 * @param resamples how often the faces were drawn anew for the intervals
 */
public record ModelComparison(
    KeypointSchema schema,
    ScoredFaces faces,
    List<ModelScore> models,
    List<PairedDifference> differences,
    List<KeypointScore> keypoints,
    List<GroupScore> groups,
    ErrorHistogram histogram,
    int resamples) {

  /** Copies the lists. */
  public ModelComparison {
    models = List.copyOf(models);
    differences = List.copyOf(differences);
    keypoints = List.copyOf(keypoints);
    groups = List.copyOf(groups);
  }

  /**
   * What one model is worth.
   *
   * @param name of the model
   * @param learned scored faces that it has learned from
   * @param figures one a measure
   * @param scores one a scored face, in their order
   * @param distribution of the faces' normalised errors
   * @param spreads one a keypoint: where its predictions fall
   * @param calibration whether it knows when it errs, if that was asked
   */
  public record ModelScore(
      String name,
      int learned,
      Map<Measure, Estimate> figures,
      List<FaceScore> scores,
      ErrorDistribution distribution,
      List<KeypointSpread> spreads,
      Optional<Calibration> calibration) {

    /** Copies the lists. */
    public ModelScore {
      figures = new EnumMap<>(figures);
      scores = List.copyOf(scores);
      spreads = List.copyOf(spreads);
    }

    @Override
    public Map<Measure, Estimate> figures() {
      return new EnumMap<>(figures);
    }

    /** A figure. */
    public Estimate figure(Measure measure) {
      return Optional.ofNullable(figures.get(measure)).orElseThrow();
    }
  }

  /**
   * Compares.
   *
   * @param beat called again and again; it may throw to end the work
   * @throws ComparisonException with a sentence for the person if there is no face to score on
   */
  public static ModelComparison of(ComparisonInput input, Runnable beat)
      throws ComparisonException {
    ScoredFaces faces = ScoredFaces.of(input);
    return new Comparing(input, faces, beat).compare();
  }

  /** The difference of two models by a measure, in either order. */
  public PairedDifference difference(int first, int second, Measure measure) {
    if (first > second) {
      return difference(second, first, measure).reversed();
    }
    return differences.stream()
        .filter(it -> it.first() == first && it.second() == second && it.measure() == measure)
        .findFirst()
        .orElseThrow();
  }

  /** The positions, in the data set, of the scored faces that fit. */
  public List<Integer> facesWhere(IntPredicate place) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      if (place.test(i)) {
        found.add(faces.positions().get(i));
      }
    }
    return List.copyOf(found);
  }
}
