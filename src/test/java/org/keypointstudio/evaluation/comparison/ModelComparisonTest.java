package org.keypointstudio.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.keypointstudio.evaluation.comparison.Faces.learned;
import static org.keypointstudio.evaluation.comparison.Faces.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.keypointstudio.evaluation.comparison.ModelComparison.ModelScore;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;

class ModelComparisonTest {
  private static ModelComparison compare(ComparedModel... models) throws ComparisonException {
    return Faces.compare(List.of(), FaceChoice.HELD_OUT, models);
  }

  @Test
  void figures_agree_with_those_computed_by_hand() throws ComparisonException {
    // Off by 1, 2, 3 and 8 px in x alone, the eyes being 40 px apart.
    ModelScore score = compare(model("a", 1, 2, 3, 8)).models().getFirst();

    assertThat(score.figure(Measure.RMSE).value())
        .isCloseTo(Math.sqrt((1 + 4 + 9 + 64) / 8.0), within(1e-12));
    assertThat(score.figure(Measure.NME).value()).isCloseTo(14 / 40.0 / 4, within(1e-12));
    assertThat(score.figure(Measure.PCK).value()).isEqualTo(0.75);
    assertThat(score.figure(Measure.FAILURE_RATE).value()).isEqualTo(0.25);
    assertThat(score.figure(Measure.AUC).value())
        .isCloseTo((0.055 + 0.03 + 0.005) / 0.08 / 4, within(1e-12));
    // s = 80 px, κ = 0.05, so a distance of 4 px is one standard deviation.
    assertThat(score.figure(Measure.OKS).value())
        .isCloseTo(
            (Math.exp(-1 / 32.0) + Math.exp(-4 / 32.0) + Math.exp(-9 / 32.0) + Math.exp(-2)) / 4,
            within(1e-12));
    assertThat(score.figure(Measure.OKS).count()).isEqualTo(4);
  }

  @Test
  void faces_that_any_model_has_learned_from_are_left_out() throws ComparisonException {
    ModelComparison comparison =
        compare(model("a", learned(0), 1, 1, 1, 1), model("b", learned(2), 2, 2, 2, 2));

    assertThat(comparison.faces().positions()).containsExactly(1, 3);
    assertThat(comparison.faces().learnedBySome()).isZero();
  }

  @Test
  void all_faces_are_marked_by_who_learned_from_them() throws ComparisonException {
    ModelComparison comparison =
        Faces.compare(
            List.of(),
            FaceChoice.ALL,
            model("a", learned(0, 1), 1, 1, 1, 1),
            model("b", learned(0), 2, 2, 2, 2));

    assertThat(comparison.faces().learnedBySome()).isEqualTo(2);
    assertThat(comparison.models()).extracting(ModelScore::learned).containsExactly(2, 1);
    assertThat(comparison.groups())
        .filteredOn(group -> group.grouping().equals("Training"))
        .extracting(GroupScore::name, GroupScore::faces)
        .containsExactly(
            tuple("new to all models", List.of(2, 3)),
            tuple("learned from by some", List.of(1)),
            tuple("learned from by all", List.of(0)));
  }

  @Test
  void held_out_faces_of_a_person_that_was_learned_from_are_counted() throws ComparisonException {
    ModelComparison comparison =
        Faces.compare(
            List.of("ann", "ann", "bob", "cy"),
            FaceChoice.HELD_OUT,
            model("a", learned(0), 1, 1, 1, 1));

    assertThat(comparison.faces().ofKnownGroup()).isEqualTo(1);
    assertThat(comparison.faces().clusterCount()).isEqualTo(3);
  }

  @Test
  void without_a_common_face_nothing_is_computed() {
    assertThatThrownBy(() -> compare(model("a", learned(0), 1, 1), model("b", learned(1), 2, 2)))
        .isInstanceOf(ComparisonException.class)
        .hasMessage(
            "Each of the 2 faces was learned from by at least one of the 2 models: train them with"
                + " the same seed and share of held-out faces, or compare on all faces.");
  }

  @Test
  void without_labels_nothing_is_computed() {
    ComparisonInput input =
        new ComparisonInput(
            Faces.SCHEMA,
            List.of(Annotation.unlabelled(3)),
            new BitSet(),
            List.of(model("a", 1)),
            List.of(),
            List.of(),
            FaceChoice.ALL);

    assertThatThrownBy(() -> ModelComparison.of(input, () -> {}))
        .isInstanceOf(ComparisonException.class)
        .hasMessageStartingWith("The data set has no labels");
  }

  private static ComparisonInput excluding(int... faces) {
    return new ComparisonInput(
        Faces.SCHEMA,
        Faces.truths(3),
        learned(faces),
        List.of(model("a", 2, 4, 6)),
        List.of(),
        List.of(),
        FaceChoice.ALL);
  }

  @Test
  void excluded_faces_are_not_scored_but_counted() throws ComparisonException {
    ModelComparison comparison = ModelComparison.of(excluding(2), () -> {});

    assertThat(comparison.faces().positions()).containsExactly(0, 1);
    assertThat(comparison.faces().excluded()).isEqualTo(1);
    assertThat(comparison.faces().unlabelled()).isZero();
    assertThat(comparison.models().getFirst().figure(Measure.RMSE).value())
        .isCloseTo(Math.sqrt((4 + 16) / 4.0), within(1e-12));
  }

  @Test
  void where_every_face_is_excluded_nothing_is_computed() {
    assertThatThrownBy(() -> ModelComparison.of(excluding(0, 1, 2), () -> {}))
        .isInstanceOf(ComparisonException.class)
        .hasMessageStartingWith("All of the 3 faces that were asked for are tagged \"excluded\"");
  }

  @Test
  void faces_without_eyes_count_in_the_rmse_alone() throws ComparisonException {
    Annotation onlyNose = Annotation.unlabelled(3).with(2, Keypoint.visible(50, 60));
    ComparisonInput input =
        new ComparisonInput(
            Faces.SCHEMA,
            List.of(Faces.FACE, onlyNose, Annotation.unlabelled(3)),
            new BitSet(),
            List.of(model("a", 2, 4, 6)),
            List.of(),
            List.of(),
            FaceChoice.HELD_OUT);

    ModelComparison comparison = ModelComparison.of(input, () -> {});

    assertThat(comparison.faces().unlabelled()).isEqualTo(1);
    assertThat(comparison.faces().withoutEyes()).isEqualTo(1);
    ModelScore score = comparison.models().getFirst();
    assertThat(score.figure(Measure.NME)).extracting(Estimate::count).isEqualTo(1);
    assertThat(score.figure(Measure.NME).value()).isCloseTo(2 / 40.0, within(1e-12));
    assertThat(score.figure(Measure.RMSE).value())
        .isCloseTo(Math.sqrt((3 * 4 + 16) / 8.0), within(1e-12));
  }

  @Test
  void a_model_that_is_better_on_every_face_is_surely_better() throws ComparisonException {
    PairedDifference rmse =
        compare(model("a", 3, 4, 5, 6, 7, 8, 9, 10, 4, 5), model("b", 2, 3, 3, 5, 6, 6, 8, 9, 3, 4))
            .difference(0, 1, Measure.RMSE);

    assertThat(rmse.difference()).isNegative();
    assertThat(rmse.isImprovement()).isTrue();
    assertThat(rmse.isSignificant()).isTrue();
    assertThat(rmse.bootstrapP()).isLessThan(0.01);
    assertThat(rmse.wilcoxonP()).isLessThan(0.01);
  }

  @Test
  void many_frames_of_one_person_are_no_more_certain_than_one() throws ComparisonException {
    double[] errors = {1, 1, 1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 4, 4, 4, 4};
    List<String> people =
        List.of("a", "a", "a", "a", "a", "a", "a", "a", "b", "b", "b", "b", "b", "b", "b", "b");

    Interval byFace =
        compare(model("m", errors)).models().getFirst().figure(Measure.NME).interval();
    Interval byPerson =
        Faces.compare(people, FaceChoice.HELD_OUT, model("m", errors))
            .models()
            .getFirst()
            .figure(Measure.NME)
            .interval();

    assertThat(byPerson.high() - byPerson.low()).isGreaterThan(byFace.high() - byFace.low());
  }

  @Test
  void faces_are_divided_by_labels_pose_and_brightness() throws ComparisonException {
    Annotation turned = Faces.FACE.with(2, Keypoint.visible(60, 60));
    Annotation sparse = Faces.FACE.with(2, Keypoint.unlabelled());
    ComparisonInput input =
        new ComparisonInput(
            Faces.SCHEMA,
            List.of(Faces.FACE, turned, sparse),
            new BitSet(),
            List.of(model("a", 1, 1, 1)),
            List.of(),
            List.of(10.0, 100.0, 200.0),
            FaceChoice.HELD_OUT);

    assertThat(ModelComparison.of(input, () -> {}).groups())
        .extracting(group -> group.grouping() + " " + group.name() + " " + group.faces())
        .containsExactly(
            "Rows complete [0, 1]",
            "Rows sparse [2]",
            "Pose frontal [0]",
            "Pose turned to their left [1]",
            "Pose pose unknown [2]",
            "Brightness dark (grey below 100) [0]",
            "Brightness medium (100 to 200) [1]",
            "Brightness bright (200 and above) [2]");
  }

  @Test
  void a_model_that_is_unsure_where_it_errs_is_calibrated() throws ComparisonException {
    List<Annotation> predictions = IntStream.range(0, 40).mapToObj(i -> Faces.movedBy(i)).toList();
    List<Annotation> mirrored =
        IntStream.range(0, 40).mapToObj(i -> Faces.movedBy(3.0 * i)).toList();
    ComparedModel sure = new ComparedModel("sure", predictions, Optional.of(mirrored), learned());

    Calibration calibration = compare(sure).models().getFirst().calibration().orElseThrow();

    assertThat(calibration.rankCorrelation()).isCloseTo(1, within(1e-12));
    assertThat(calibration.worstTenthFound()).isEqualTo(1);
    assertThat(calibration.bins()).hasSize(10);
    assertThat(calibration.bins().getLast().error())
        .isGreaterThan(calibration.bins().getFirst().error());
  }

  @Test
  void the_error_map_tells_on_which_side_a_model_errs() throws ComparisonException {
    KeypointSpread nose = compare(model("a", 2, 4)).models().getFirst().spreads().get(2);

    assertThat(nose.x()).isZero();
    assertThat(nose.y()).isEqualTo(0.5);
    assertThat(nose.biasX()).isCloseTo(3 / 40.0, within(1e-12));
    assertThat(nose.varianceX()).isCloseTo(1 / 1600.0, within(1e-12));
    assertThat(nose.biasY()).isZero();
  }

  @Test
  void faces_that_got_better_and_worse_are_told_apart() throws ComparisonException {
    FaceChanges changes =
        FaceChanges.of(compare(model("a", 3, 1, 5, 2), model("b", 2, 2, 1, 2)), 0, 1);

    assertThat(changes.better()).extracting(FaceChanges.Change::face).containsExactly(2, 0);
    assertThat(changes.worse()).extracting(FaceChanges.Change::face).containsExactly(1);
    assertThat(changes.same()).isEqualTo(1);
  }

  @Test
  void two_models_of_one_name_cannot_be_told_apart() {
    assertThatThrownBy(() -> compare(model("a", 1), model("a", 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_comparison_can_be_cancelled() {
    ComparisonInput input =
        new ComparisonInput(
            Faces.SCHEMA,
            Faces.truths(2),
            new BitSet(),
            List.of(model("a", 1, 2)),
            List.of(),
            List.of(),
            FaceChoice.ALL);

    assertThatThrownBy(
            () ->
                ModelComparison.of(
                    input,
                    () -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
  }

  @Property(tries = 30)
  void a_model_does_not_differ_from_itself(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 20) Double> errors)
      throws ComparisonException {
    double[] same = errors.stream().mapToDouble(Double::doubleValue).toArray();

    for (PairedDifference difference : compare(model("a", same), model("b", same)).differences()) {
      assertThat(difference.difference()).isZero();
      assertThat(difference.isSignificant()).isFalse();
      assertThat(difference.bootstrapP()).isEqualTo(1);
      assertThat(difference.wilcoxonP()).isNaN();
    }
  }

  @Property(tries = 30)
  void intervals_lie_between_the_best_and_the_worst_face(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 20) Double> errors)
      throws ComparisonException {
    double[] each = errors.stream().mapToDouble(Double::doubleValue).toArray();
    ModelComparison comparison = compare(model("a", each));

    Estimate nme = comparison.models().getFirst().figure(Measure.NME);
    double[] sorted = Arrays.stream(each).map(it -> it / 40).sorted().toArray();
    assertThat(nme.interval().low()).isBetween(sorted[0] - 1e-9, nme.interval().high() + 1e-9);
    assertThat(nme.interval().high()).isLessThanOrEqualTo(sorted[sorted.length - 1] + 1e-9);
    assertThat(
            comparison.histogram().counts().getFirst().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(each.length);
  }
}
