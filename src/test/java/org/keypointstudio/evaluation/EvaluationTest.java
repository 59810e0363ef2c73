package org.keypointstudio.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

class EvaluationTest {
  /** Outer corners, centres, nose. */
  private static final KeypointSchema SCHEMA =
      new KeypointSchema(
          "test",
          List.of("left_outer", "right_outer", "left_center", "right_center", "nose"),
          List.of(new IndexPair(0, 1), new IndexPair(2, 3)),
          List.of(),
          List.of(new IndexPair(0, 1), new IndexPair(2, 3)));

  private static final double MISSING = Double.NaN;

  private static final Annotation COMPLETE =
      Annotation.ofCoordinates(60, 30, 20, 30, 50, 30, 30, 30, 40, 50);
  private static final Annotation WITHOUT_CORNERS =
      Annotation.ofCoordinates(MISSING, MISSING, MISSING, MISSING, 50, 30, 30, 30, 40, 50);
  private static final Annotation ONLY_NOSE =
      Annotation.unlabelled(5).with(4, Keypoint.visible(40, 50));
  private static final Annotation NOTHING = Annotation.unlabelled(5);

  private static Annotation shifted(Annotation annotation, double dx, double dy) {
    double[] coordinates = new double[2 * annotation.size()];
    for (int i = 0; i < annotation.size(); i++) {
      coordinates[2 * i] = annotation.isPlaced(i) ? annotation.x(i) + dx : 7;
      coordinates[2 * i + 1] = annotation.isPlaced(i) ? annotation.y(i) + dy : 7;
    }
    return Annotation.ofCoordinates(coordinates);
  }

  @Test
  void figures_agree_with_those_computed_by_hand() {
    // Face 0: five points off by (3, 4), so 5 px each; eyes 40 px apart.
    // Face 1: the nose is off by (0, 2), the eye centres are right and 20 px apart.
    Annotation second = shifted(WITHOUT_CORNERS, 0, 0).with(4, Keypoint.visible(40, 52));

    Evaluation evaluation =
        Evaluation.of(
            SCHEMA, List.of(COMPLETE, WITHOUT_CORNERS), List.of(shifted(COMPLETE, 3, 4), second));

    assertThat(evaluation.labelledKeypoints()).isEqualTo(8);
    assertThat(evaluation.rmse()).isEqualTo(Math.sqrt((5 * 25 + 4) / 16.0), within(1e-12));
    FaceError first = evaluation.faces().getFirst();
    assertThat(first.rmse()).isEqualTo(Math.sqrt(12.5), within(1e-12));
    assertThat(first.meanDistance()).isEqualTo(5, within(1e-12));
    assertThat(first.nme()).isEqualTo(5.0 / 40, within(1e-12));
    assertThat(evaluation.faces().get(1).nme()).isEqualTo(2.0 / 3 / 20, within(1e-12));
    assertThat(evaluation.nme()).isEqualTo((5.0 / 40 + 2.0 / 3 / 20) / 2, within(1e-12));
    KeypointError nose = evaluation.keypoints().get(4);
    assertThat(nose.name()).isEqualTo("nose");
    assertThat(nose.faces()).isEqualTo(2);
    assertThat(nose.rmse()).isEqualTo(Math.sqrt((25 + 4) / 4.0), within(1e-12));
    assertThat(nose.meanDistance()).isEqualTo(3.5, within(1e-12));
    assertThat(evaluation.normalisers())
        .containsOnly(Map.entry(new IndexPair(0, 1), 1), Map.entry(new IndexPair(2, 3), 1));
  }

  @Test
  void faces_without_labelled_eyes_count_for_the_rmse_and_not_for_the_nme() {
    Evaluation evaluation =
        Evaluation.of(
            SCHEMA,
            List.of(ONLY_NOSE, NOTHING, COMPLETE),
            List.of(shifted(ONLY_NOSE, 2, 0), shifted(NOTHING, 0, 0), shifted(COMPLETE, 0, 0)));

    assertThat(evaluation.facesWithoutNormaliser()).isEqualTo(1);
    assertThat(evaluation.distribution().faces()).isEqualTo(1);
    assertThat(evaluation.nme()).isZero();
    assertThat(evaluation.rmse()).isEqualTo(Math.sqrt(4 / 12.0), within(1e-12));
    assertThat(evaluation.faces().get(1).keypoints()).isZero();
    assertThat(evaluation.faces().get(1).rmse()).isNaN();
  }

  @Test
  void eyes_at_one_place_do_not_scale_an_error() {
    Annotation degenerate = Annotation.ofCoordinates(20, 30, 20, 30, 50, 30, 30, 30, 40, 50);

    assertThat(InterOcularDistance.of(SCHEMA, degenerate))
        .contains(new InterOcularDistance(new IndexPair(2, 3), 20));
    assertThat(InterOcularDistance.of(SCHEMA, ONLY_NOSE)).isEmpty();
  }

  @Test
  void only_the_faces_that_were_asked_for_count() {
    Evaluation evaluation =
        Evaluation.of(
            SCHEMA,
            List.of(COMPLETE, COMPLETE),
            List.of(shifted(COMPLETE, 9, 9), shifted(COMPLETE, 0, 1)),
            new int[] {1});

    assertThat(evaluation.rmse()).isEqualTo(Math.sqrt(0.5), within(1e-12));
    assertThat(evaluation.ofFace(1)).isPresent();
    assertThat(evaluation.ofFace(0)).isEmpty();
  }

  @Test
  void curve_area_and_failures_agree_with_those_computed_by_hand() {
    ErrorDistribution distribution =
        ErrorDistribution.of(
            List.of(face(0.02), face(0.04), face(0.06), face(0.5), face(Double.NaN)));

    assertThat(distribution.faces()).isEqualTo(4);
    assertThat(distribution.cumulative(0.01)).isZero();
    assertThat(distribution.cumulative(0.04)).isEqualTo(0.5);
    assertThat(distribution.failureRate(0.08)).isEqualTo(0.25);
    assertThat(distribution.areaUnderCurve(0.08))
        .isEqualTo((0.75 + 0.5 + 0.25 + 0) / 4, within(1e-12));
  }

  private static FaceError face(double nme) {
    return new FaceError(0, 1, 1, 1, nme);
  }

  @Test
  void correct_keypoints_are_those_within_the_share_of_the_eye_distance() {
    Annotation prediction =
        COMPLETE.with(4, Keypoint.visible(40, 54)).with(3, Keypoint.visible(30, 35));

    PercentageOfCorrectKeypoints correct =
        PercentageOfCorrectKeypoints.of(
            SCHEMA,
            List.of(COMPLETE, ONLY_NOSE),
            List.of(prediction, shifted(ONLY_NOSE, 0, 0)),
            0.1);

    assertThat(correct.keypoints()).isEqualTo(5);
    assertThat(correct.share()).isEqualTo(0.8);
  }

  @Test
  void without_labels_there_are_no_figures() {
    Evaluation evaluation = Evaluation.of(SCHEMA, List.of(NOTHING), List.of(COMPLETE));

    assertThat(evaluation.rmse()).isNaN();
    assertThat(evaluation.nme()).isNaN();
    assertThat(evaluation.distribution().failureRate(0.08)).isNaN();
  }

  @Test
  void predictions_that_do_not_match_the_faces_are_refused() {
    assertThatThrownBy(() -> Evaluation.of(SCHEMA, List.of(COMPLETE), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Evaluation.of(SCHEMA, List.of(COMPLETE), List.of(NOTHING)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("keypoint 0 has no prediction");
  }

  @Provide
  Arbitrary<Annotation> faces() {
    Arbitrary<Double> coordinate =
        Arbitraries.integers()
            .between(0, 95 * 8)
            .map(eighths -> eighths / 8.0); // exact if mirrored
    Arbitrary<Keypoint> keypoint =
        Combinators.combine(coordinate, coordinate)
            .as(Keypoint::visible)
            .injectNull(0.2)
            .map(point -> point == null ? Keypoint.unlabelled() : point);
    return keypoint.list().ofSize(5).map(Annotation::of);
  }

  @Property
  void perfect_predictions_have_no_error(@ForAll("faces") Annotation face) {
    Evaluation evaluation = Evaluation.of(SCHEMA, List.of(face), List.of(shifted(face, 0, 0)));

    assertThat(evaluation.rmse()).isIn(0.0, Double.NaN);
    assertThat(evaluation.nme()).isIn(0.0, Double.NaN);
  }

  @Property
  void mirroring_truth_and_prediction_changes_no_error(
      @ForAll("faces") Annotation truth, @ForAll("faces") Annotation other) {
    Annotation prediction = shifted(other, 0, 0);
    Evaluation straight = Evaluation.of(SCHEMA, List.of(truth), List.of(prediction));
    Evaluation mirrored =
        Evaluation.of(
            SCHEMA, List.of(truth.flipped(SCHEMA, 96)), List.of(prediction.flipped(SCHEMA, 96)));

    assertThat(mirrored.rmse()).is(sameAs(straight.rmse()));
    assertThat(mirrored.nme()).is(sameAs(straight.nme()));
  }

  @Property
  void the_rmse_is_at_least_the_mean_distance_over_the_root_of_two(
      @ForAll("faces") Annotation truth, @ForAll("faces") Annotation other) {
    FaceError error =
        Evaluation.of(SCHEMA, List.of(truth), List.of(shifted(other, 0, 0))).faces().getFirst();

    if (error.keypoints() > 0) {
      assertThat(error.rmse()).isGreaterThanOrEqualTo(error.meanDistance() / Math.sqrt(2) - 1e-9);
    }
  }

  private static Condition<Double> sameAs(double expected) {
    return new Condition<>(
        actual ->
            Double.isNaN(expected)
                ? Double.isNaN(actual)
                : Math.abs(actual - expected) <= 1e-9 * Math.max(1, expected),
        "within 1e-9 of " + expected);
  }
}
