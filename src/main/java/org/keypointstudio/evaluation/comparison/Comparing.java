package org.keypointstudio.evaluation.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.keypointstudio.evaluation.ErrorDistribution;
import org.keypointstudio.evaluation.FaceError;
import org.keypointstudio.evaluation.comparison.ModelComparison.ModelScore;
import org.keypointstudio.model.Annotation;

/** Makes one comparison. Used once. */
final class Comparing {
  private final ComparisonInput input;
  private final ScoredFaces faces;
  private final Runnable beat;
  private final Ratios ratios;
  private final List<List<FaceScore>> scores = new ArrayList<>();
  private final Map<Integer, Integer> placeOf = new HashMap<>();

  Comparing(ComparisonInput input, ScoredFaces faces, Runnable beat) {
    this.input = input;
    this.faces = faces;
    this.beat = beat;
    this.ratios = new Ratios(faces.clusterCount());
    for (int place = 0; place < faces.size(); place++) {
      placeOf.put(faces.positions().get(place), place);
    }
  }

  /** The ratios of a part of the faces, for each model. */
  private record Part(
      String grouping, String name, List<Integer> faces, List<Integer> rmse, List<Integer> nme) {}

  ModelComparison compare() {
    for (ComparedModel model : input.models()) {
      beat.run();
      scores.add(score(model));
    }
    List<Map<Measure, Integer>> figures = IntStream.range(0, models()).mapToObj(this::add).toList();
    List<List<Integer>> byKeypoint = addKeypoints();
    List<Part> parts = new ArrayList<>();
    for (FaceDivision division :
        FaceDivision.of(
            input.schema(), input.truths(), input.brightness(), input.models(), faces)) {
      division.parts().forEach((name, chosen) -> parts.add(add(division.name(), name, chosen)));
    }
    ratios.resample(beat);
    return new ModelComparison(
        input.schema(),
        faces,
        IntStream.range(0, models()).mapToObj(m -> modelScore(m, figures.get(m))).toList(),
        differences(figures),
        IntStream.range(0, input.schema().size())
            .mapToObj(keypoint -> keypointScore(keypoint, byKeypoint.get(keypoint)))
            .toList(),
        parts.stream().map(this::groupScore).toList(),
        ErrorHistogram.of(scores),
        ratios.resamples());
  }

  private int models() {
    return input.models().size();
  }

  private List<FaceScore> score(ComparedModel model) {
    return faces.positions().stream()
        .map(
            face ->
                FaceScore.of(
                    input.schema(), face, input.truths().get(face), model.predictions().get(face)))
        .toList();
  }

  private Map<Measure, Integer> add(int model) {
    Map<Measure, Integer> numbers = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      numbers.put(measure, add(measure, model, IntStream.range(0, faces.size()).boxed().toList()));
    }
    return numbers;
  }

  private int add(Measure measure, int model, List<Integer> places) {
    int ratio = ratios.add(measure::finish);
    for (int place : places) {
      FaceScore score = scores.get(model).get(place);
      if (measure.counts(score)) {
        ratios.put(
            ratio,
            faces.clusters().get(place),
            measure.numerator(score),
            measure.denominator(score));
      }
    }
    return ratio;
  }

  private Part add(String grouping, String name, List<Integer> chosen) {
    List<Integer> places = chosen.stream().map(this::placeOf).toList();
    return new Part(
        grouping,
        name,
        chosen,
        IntStream.range(0, models())
            .map(model -> add(Measure.RMSE, model, places))
            .boxed()
            .toList(),
        IntStream.range(0, models())
            .map(model -> add(Measure.NME, model, places))
            .boxed()
            .toList());
  }

  private int placeOf(int face) {
    return placeOf.getOrDefault(face, 0);
  }

  /** For each keypoint its ratio of each model. */
  private List<List<Integer>> addKeypoints() {
    List<List<Integer>> numbers = new ArrayList<>();
    for (int keypoint = 0; keypoint < input.schema().size(); keypoint++) {
      List<Integer> ofModels = new ArrayList<>();
      for (ComparedModel model : input.models()) {
        ofModels.add(addKeypoint(keypoint, model.predictions()));
      }
      numbers.add(ofModels);
    }
    return numbers;
  }

  private int addKeypoint(int keypoint, List<Annotation> predictions) {
    int ratio = ratios.add(Math::sqrt);
    for (int place = 0; place < faces.size(); place++) {
      int face = faces.positions().get(place);
      Annotation truth = input.truths().get(face);
      if (truth.isPlaced(keypoint)) {
        double dx = predictions.get(face).x(keypoint) - truth.x(keypoint);
        double dy = predictions.get(face).y(keypoint) - truth.y(keypoint);
        ratios.put(ratio, faces.clusters().get(place), dx * dx + dy * dy, 2);
      }
    }
    return ratio;
  }

  private ModelScore modelScore(int index, Map<Measure, Integer> numbers) {
    ComparedModel model = input.models().get(index);
    Map<Measure, Estimate> figures = new EnumMap<>(Measure.class);
    List<FaceScore> ofFaces = scores.get(index);
    numbers.forEach(
        (measure, ratio) ->
            figures.put(
                measure,
                ratios.estimate(ratio, (int) ofFaces.stream().filter(measure::counts).count())));
    return new ModelScore(
        model.name(),
        (int) faces.positions().stream().filter(model::hasLearned).count(),
        figures,
        ofFaces,
        ErrorDistribution.of(ofFaces.stream().map(Comparing::faceError).toList()),
        KeypointSpread.of(input.schema(), input.truths(), model.predictions(), faces.positions()),
        model
            .mirrored()
            .map(
                mirrored ->
                    Calibration.of(
                        input.truths(), model.predictions(), mirrored, faces.positions())));
  }

  private static FaceError faceError(FaceScore score) {
    return new FaceError(
        score.face(), score.keypoints(), score.rmse(), score.meanDistance(), score.nme());
  }

  private List<PairedDifference> differences(List<Map<Measure, Integer>> figures) {
    List<PairedDifference> differences = new ArrayList<>();
    for (int first = 0; first < models(); first++) {
      for (int second = first + 1; second < models(); second++) {
        beat.run();
        double wilcoxon = WilcoxonSignedRank.pValue(clusterDifferences(first, second));
        for (Measure measure : Measure.values()) {
          int one = figures.get(first).getOrDefault(measure, 0);
          int other = figures.get(second).getOrDefault(measure, 0);
          differences.add(
              PairedDifference.of(
                  first,
                  second,
                  measure,
                  new double[] {ratios.value(one), ratios.value(other)},
                  ratios.resampled(one),
                  ratios.resampled(other),
                  wilcoxon));
        }
      }
    }
    return differences;
  }

  /** Mean over each cluster's faces of how much farther off the second model is, in pixels. */
  private double[] clusterDifferences(int first, int second) {
    double[] sums = new double[faces.clusterCount()];
    int[] counts = new int[faces.clusterCount()];
    for (int place = 0; place < faces.size(); place++) {
      int cluster = faces.clusters().get(place);
      sums[cluster] +=
          scores.get(second).get(place).meanDistance()
              - scores.get(first).get(place).meanDistance();
      counts[cluster]++;
    }
    return IntStream.range(0, sums.length).mapToDouble(c -> sums[c] / counts[c]).toArray();
  }

  private KeypointScore keypointScore(int keypoint, List<Integer> numbers) {
    int labelled =
        (int)
            faces.positions().stream()
                .filter(face -> input.truths().get(face).isPlaced(keypoint))
                .count();
    return new KeypointScore(keypoint, labelled, estimates(numbers, labelled));
  }

  private GroupScore groupScore(Part part) {
    int normalised =
        (int)
            part.faces().stream()
                .filter(face -> scores.getFirst().get(placeOf(face)).isNormalised())
                .count();
    return new GroupScore(
        part.grouping(),
        part.name(),
        part.faces(),
        estimates(part.rmse(), part.faces().size()),
        estimates(part.nme(), normalised));
  }

  private List<Estimate> estimates(List<Integer> numbers, int count) {
    return numbers.stream().map(ratio -> ratios.estimate(ratio, count)).toList();
  }
}
