package org.keypointstudio.ui.compare;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.evaluation.comparison.FaceScore;
import org.keypointstudio.evaluation.comparison.Measure;
import org.keypointstudio.evaluation.comparison.ModelComparison;
import org.keypointstudio.evaluation.comparison.PairedDifference;
import org.keypointstudio.project.compare.ComparedRuns;
import org.keypointstudio.report.ComparisonPlots;
import org.keypointstudio.ui.session.ChosenFaces;
import org.keypointstudio.ui.session.ModelEntry;

/**
 * A comparison with its certainty, and which faces each part of its plots stands for.
 *
 * @param runs what was compared
 * @param models in the order of the comparison
 */
record Figures(ComparedRuns runs, List<ModelEntry> models) {
  private static final double WORST_SHARE = 0.1;
  private static final int FEWEST = 10;

  /** Copies the list. */
  Figures {
    models = List.copyOf(models);
  }

  ModelComparison comparison() {
    return runs.comparison();
  }

  /** The comparison's plots in the models' colours. */
  ComparisonPlots plots() {
    return new ComparisonPlots(comparison(), models.stream().map(ModelEntry::styleIndex).toList());
  }

  private String name(int model) {
    return comparison().models().get(model).name();
  }

  private FaceScore score(int model, int place) {
    return comparison().models().get(model).scores().get(place);
  }

  private ChosenFaces chosen(String name, List<Integer> faces) {
    return ChosenFaces.of(name, faces.stream().mapToInt(Integer::intValue));
  }

  /** The faces right of a point of a model's cumulative error distribution. */
  ChosenFaces beyond(int model, int step) {
    double error = ComparisonPlots.errorOfStep(step);
    return chosen(
        "%s: NME above %.2f %%".formatted(name(model), 100 * error),
        comparison().facesWhere(place -> score(model, place).nme() > error));
  }

  /** The faces in a bin of the error histogram. */
  ChosenFaces inBin(int model, int bin) {
    double width = comparison().histogram().binWidth();
    return chosen(
        "%s: RMSE from %.3g px".formatted(name(model), bin * width),
        comparison()
            .facesWhere(
                place -> comparison().histogram().binOf(score(model, place).rmse()) == bin));
  }

  /**
   * The tenth of the faces, ten at least, that is worst by what a measure is made of: RMSE by the
   * face's own RMSE, PCK by its share of correct keypoints, OKS by its similarity, the others by
   * its NME. Faces that the measure does not count are left out.
   */
  ChosenFaces worstBy(int model, Measure measure) {
    List<FaceScore> scores =
        comparison().models().get(model).scores().stream()
            .filter(score -> measure == Measure.RMSE || score.isNormalised())
            .sorted(
                Comparator.comparingDouble(
                    score ->
                        switch (measure) {
                          case RMSE -> -score.rmse();
                          case PCK -> (double) score.correct() / score.keypoints();
                          case OKS -> score.similarity();
                          case NME, AUC, FAILURE_RATE -> -score.nme();
                        }))
            .toList();
    return chosen(
        "%s: worst by %s".formatted(name(model), measure.title()),
        worst(scores.stream().map(FaceScore::face).toList()));
  }

  /** The first tenth, ten at least. */
  private static List<Integer> worst(List<Integer> ranked) {
    int count = (int) Math.max(FEWEST, Math.ceil(WORST_SHARE * ranked.size()));
    return ranked.subList(0, Math.min(count, ranked.size()));
  }

  /** The tenth of the faces, ten at least, on which a model places a keypoint worst. */
  ChosenFaces worstOfKeypoint(int model, int keypoint) {
    List<Integer> labelled =
        comparison().faces().positions().stream()
            .filter(face -> runs.input().truths().get(face).isPlaced(keypoint))
            .sorted(
                (one, other) ->
                    Double.compare(error(model, other, keypoint), error(model, one, keypoint)))
            .toList();
    return chosen(
        "%s: worst %s".formatted(name(model), comparison().schema().displayName(keypoint)),
        worst(labelled));
  }

  private double error(int model, int face, int keypoint) {
    return runs.input()
        .models()
        .get(model)
        .predictions()
        .get(face)
        .keypoint(keypoint)
        .distanceTo(runs.input().truths().get(face).keypoint(keypoint));
  }

  /** The faces of a group. */
  ChosenFaces ofGroup(int group) {
    var one = comparison().groups().get(group);
    return chosen(one.grouping() + ": " + one.name(), one.faces());
  }

  /** The faces with keypoints in a tenth of a model's calibration. */
  ChosenFaces inTenth(int model, int tenth) {
    return chosen(
        "%s: tenth %d by certainty".formatted(name(model), tenth + 1),
        comparison()
            .models()
            .get(model)
            .calibration()
            .map(calibration -> calibration.bins().get(tenth).faces())
            .orElse(List.of()));
  }

  /** The faces on which the second model of a difference is worse than the first. */
  ChosenFaces whereWorse(PairedDifference difference) {
    int first = difference.first();
    int second = difference.second();
    return chosen(
        "%s worse than %s".formatted(name(second), name(first)),
        comparison().facesWhere(place -> score(second, place).rmse() > score(first, place).rmse()));
  }

  /** Positions of the models, to choose two of them. */
  List<Integer> positions() {
    return IntStream.range(0, models.size()).boxed().toList();
  }
}
