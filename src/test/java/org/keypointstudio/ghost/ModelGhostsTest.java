package org.keypointstudio.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;

class ModelGhostsTest {
  /** Two eyes, 50 px apart, and a nose: what lies within 4 px is near. */
  private static final KeypointSchema SCHEMA =
      new KeypointSchema(
          "three",
          List.of("left_eye", "right_eye", "nose"),
          List.of(),
          List.of(),
          List.of(new IndexPair(0, 1)));

  private static final Annotation SEEN = Annotation.ofCoordinates(70, 30, 20, 30, 45, 60);
  private static final Annotation EYES =
      Annotation.ofCoordinates(71, 31, 21, 31, Double.NaN, Double.NaN);

  private static Ghost ghost(List<List<Annotation>> otherViews) {
    GhostSource source =
        new ModelGhosts(SCHEMA, "cnn-003", 2, List.of(SEEN), List.of(EYES), otherViews);
    List<Ghost> ghosts = source.ghosts(0, EYES);
    assertThat(ghosts).hasSize(1);
    return ghosts.getFirst();
  }

  @Test
  void only_what_is_missing_has_a_ghost_where_the_model_sees_it() {
    Ghost ghost = ghost(List.of());

    assertThat(ghost.keypoint()).isEqualTo(2);
    assertThat(ghost.accepted()).isEqualTo(Keypoint.visible(45, 60));
    assertThat(ghost.origin()).isEqualTo(Origin.model("cnn-003"));
  }

  @Test
  void without_another_view_the_models_error_says_how_sure_it_is() {
    assertThat(ghost(List.of()).confidence()).isCloseTo(1 - Math.exp(-2), within(1e-9));
  }

  @Test
  void views_that_agree_make_a_ghost_surer_and_views_that_do_not_make_it_less_sure() {
    Annotation far = SEEN.with(2, Keypoint.visible(45, 72));

    double alone = ghost(List.of()).confidence();
    assertThat(ghost(List.of(List.of(SEEN))).confidence()).isGreaterThan(alone);
    assertThat(ghost(List.of(List.of(far))).confidence()).isLessThan(alone);
    // Two views 12 px apart: variance 36 for one coordinate; with the error's 4, σ² = 20.
    assertThat(ghost(List.of(List.of(far))).confidence())
        .isCloseTo(1 - Math.exp(-16 / 40.0), within(1e-9));
  }

  @Test
  void ghosts_move_as_the_models_errors_at_the_labelled_keypoints_tell() {
    Random random = new Random(3);
    List<Annotation> truths = new ArrayList<>();
    List<Annotation> predictions = new ArrayList<>();
    for (int face = 0; face < 41; face++) {
      double shift = 6 * random.nextDouble() - 3;
      truths.add(SEEN);
      predictions.add(
          Annotation.ofCoordinates(
              70 + shift, 30, 20 + shift, 30, 45 + shift + 0.3 * random.nextGaussian(), 60));
    }
    List<Annotation> labels = new ArrayList<>(truths);
    labels.set(40, SEEN.with(2, Keypoint.unlabelled()));
    Annotation seen = Annotation.ofCoordinates(75, 30, 25, 30, 50, 60);
    predictions.set(40, seen);

    GhostSource source = new ModelGhosts(SCHEMA, "cnn-003", 2, predictions, labels, List.of());

    assertThat(source.ghosts(40, labels.get(40)))
        .singleElement()
        .satisfies(
            ghost -> {
              assertThat(ghost.x()).isCloseTo(45, within(0.8));
              assertThat(ghost.confidence()).isGreaterThan(0.9);
            });
    assertThat(source.ghosts(40, Annotation.unlabelled(3)).get(2).x())
        .as("without a labelled keypoint it is where the model sees it")
        .isEqualTo(50);
  }

  @Test
  void a_model_that_sees_all_keypoints_in_one_place_makes_no_nonsense() {
    List<Annotation> predictions =
        Collections.nCopies(30, Annotation.ofCoordinates(30, 40, 30, 40, 30, 40));
    List<Annotation> labels = new ArrayList<>(Collections.nCopies(30, SEEN));
    labels.set(0, EYES);
    GhostSource source = new ModelGhosts(SCHEMA, "cnn-003", 20, predictions, labels, List.of());

    assertThat(source.ghosts(0, EYES))
        .singleElement()
        .satisfies(ghost -> assertThat(ghost.accepted().isPlaced()).isTrue());
  }

  @Test
  void an_accepted_ghost_is_a_label_with_its_origin() {
    FaceLabels labels = ghost(List.of()).acceptInto(FaceLabels.of(EYES));

    assertThat(labels.annotation().keypoint(2)).isEqualTo(Keypoint.visible(45, 60));
    assertThat(labels.origin(2)).isEqualTo(Origin.model("cnn-003"));
    assertThat(labels.origin(0)).isEqualTo(Origin.FILE);
  }

  @Test
  void what_is_locked_or_labelled_by_now_is_not_overwritten() {
    Ghost ghost = ghost(List.of());
    FaceLabels locked = FaceLabels.of(EYES).withLocked(Set.of(2));
    FaceLabels absent = FaceLabels.of(EYES.with(2, Keypoint.absent()));

    assertThat(ghost.acceptInto(locked)).isEqualTo(locked);
    assertThat(ghost.acceptInto(absent)).isEqualTo(absent);
  }

  @Test
  void a_survey_counts_what_is_at_least_as_sure() {
    Annotation far = SEEN.with(2, Keypoint.visible(45, 72));
    GhostSource source =
        new ModelGhosts(
            SCHEMA,
            "cnn-003",
            2,
            List.of(SEEN, SEEN, SEEN),
            List.of(),
            List.of(List.of(SEEN, far, SEEN)));
    List<Annotation> faces = List.of(EYES, Annotation.unlabelled(3), SEEN);

    GhostSurvey survey = GhostSurvey.of(source, List.of(0, 1, 2), faces::get);

    assertThat(survey.ghosts(0)).isEqualTo(4);
    assertThat(survey.faces(0)).isEqualTo(2);
    assertThat(survey.ghosts(0.9)).isEqualTo(3);
    assertThat(survey.ghosts(1)).isZero();
    assertThat(survey.faces(1)).isZero();
  }
}
