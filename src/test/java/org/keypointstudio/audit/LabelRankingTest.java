package org.keypointstudio.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.TaskContext;

class LabelRankingTest {
  private static final int LEFT_EYE = 0;
  private static final int RIGHT_EYE = 1;
  private static final int NOSE = 10;
  private static final int MOUTH_LEFT = 11;
  private static final int FACE = 17;

  private final SyntheticFaces data = new SyntheticFaces(240);

  private AuditResult rank(List<AuditedFace> faces) {
    return new LabelRanking(SyntheticFaces.SCHEMA).rank(faces, List.of(), TaskContext.unattended());
  }

  private AuditResult rank() {
    return rank(data.faces(1, true));
  }

  private void put(int keypoint, Keypoint place) {
    data.labels.set(FACE, data.labels.get(FACE).with(keypoint, place));
  }

  private static List<Suspicion> ofFace(AuditResult result, int face) {
    return result.ranking().stream().filter(suspicion -> suspicion.face() == face).toList();
  }

  @Test
  void right_labels_are_not_suspicious() {
    assertThat(rank().probablyWrong()).hasSizeLessThan(5);
  }

  @Test
  void every_labelled_point_is_ranked_once() {
    put(NOSE, Keypoint.unlabelled());
    put(LEFT_EYE, Keypoint.absent());

    AuditResult result = rank();

    assertThat(result.ranking()).hasSize(240 * 15 - 2);
    assertThat(result.ranking()).isSortedAccordingTo(Suspicion.HIGHEST_FIRST);
    assertThat(result.ranking().stream().map(s -> s.face() + " " + s.keypoint()))
        .doesNotHaveDuplicates()
        .doesNotContain(FACE + " " + NOSE, FACE + " " + LEFT_EYE);
  }

  @Test
  void a_moved_point_comes_first_and_is_sent_back() {
    Keypoint truth = data.truth(FACE).keypoint(NOSE);
    put(NOSE, Keypoint.visible(truth.x() + 8, truth.y() - 3));

    Suspicion first = rank().ranking().getFirst();

    assertThat(first.face()).isEqualTo(FACE);
    assertThat(first.keypoint()).isEqualTo(NOSE);
    assertThat(first.kind()).isEqualTo(SuspicionKind.DISAGREEMENT);
    assertThat(first.suggested().distanceTo(truth)).isLessThan(3);
    assertThat(first.probability()).isGreaterThan(0.99);
    assertThat(first.reason()).contains("px from where the model and the other points");
  }

  @Test
  void several_moved_points_of_one_face_are_all_found() {
    for (int k : new int[] {NOSE, LEFT_EYE, MOUTH_LEFT}) {
      put(k, Keypoint.visible(data.truth(FACE).x(k) + 3 * k - 20, data.truth(FACE).y(k) + 12));
    }

    assertThat(ofFace(rank(), FACE).stream().filter(Suspicion::isProbablyWrong))
        .extracting(Suspicion::keypoint)
        .containsExactlyInAnyOrder(NOSE, LEFT_EYE, MOUTH_LEFT);
  }

  @Test
  void swapped_sides_are_listed_for_both_points_and_changed_back() {
    Annotation before = data.labels.get(FACE);
    put(LEFT_EYE, before.keypoint(RIGHT_EYE));
    put(RIGHT_EYE, before.keypoint(LEFT_EYE));

    List<Suspicion> first = rank().ranking().subList(0, 2);

    assertThat(first).extracting(Suspicion::kind).containsOnly(SuspicionKind.SWAP);
    assertThat(first)
        .extracting(Suspicion::keypoint)
        .containsExactlyInAnyOrder(LEFT_EYE, RIGHT_EYE);
    for (Suspicion suspicion : first) {
      Keypoint right = before.keypoint(suspicion.keypoint());
      assertThat(suspicion.suggested().distanceTo(right)).isCloseTo(0, within(1e-9));
    }
    assertThat(first.getFirst().reason()).contains("fit much better with their sides changed");
  }

  @Test
  void a_face_with_all_sides_swapped_is_told_from_a_face_of_someone_else() {
    Annotation before = data.labels.get(FACE);
    for (int k = 0; k < before.size(); k++) {
      put(k, before.keypoint(SyntheticFaces.SCHEMA.flipPartner(k)));
    }

    List<Suspicion> wrong =
        ofFace(rank(), FACE).stream().filter(Suspicion::isProbablyWrong).toList();

    assertThat(wrong).hasSize(12).extracting(Suspicion::kind).containsOnly(SuspicionKind.SWAP);
    assertThat(wrong.getFirst().reason()).startsWith("All 12 left and right points");
  }

  @Test
  void two_exchanged_points_that_are_no_pair_are_changed_back() {
    Annotation before = data.labels.get(FACE);
    put(NOSE, before.keypoint(LEFT_EYE));
    put(LEFT_EYE, before.keypoint(NOSE));

    List<Suspicion> first = rank().ranking().subList(0, 2);

    assertThat(first).extracting(Suspicion::kind).containsOnly(SuspicionKind.EXCHANGE);
    assertThat(first.getFirst().reason()).contains("with their places changed");
  }

  @Test
  void the_labels_of_another_face_are_suspicious_together() {
    data.labels.set(FACE, data.truth(100));

    List<Suspicion> ofFace = ofFace(rank(), FACE);

    assertThat(ofFace).hasSize(15).allMatch(Suspicion::isProbablyWrong);
    assertThat(ofFace).extracting(Suspicion::kind).containsOnly(SuspicionKind.OTHER_FACE);
    assertThat(
            ofFace
                .getFirst()
                .suggested()
                .distanceTo(data.truth(FACE).keypoint(ofFace.getFirst().keypoint())))
        .isLessThan(5);
  }

  @Test
  void a_point_outside_the_image_is_called_so() {
    put(NOSE, Keypoint.visible(-4, 50));

    assertThat(rank().ranking().getFirst().kind()).isEqualTo(SuspicionKind.OUTSIDE);
  }

  @Test
  void a_point_on_another_one_is_called_so() {
    put(NOSE, data.labels.get(FACE).keypoint(MOUTH_LEFT));

    Suspicion first = rank().ranking().getFirst();

    assertThat(first.keypoint()).isEqualTo(NOSE);
    assertThat(first.kind()).isEqualTo(SuspicionKind.COINCIDENT);
  }

  @Test
  void of_two_copies_of_a_picture_with_different_labels_the_less_likely_one_is_wrong() {
    List<AuditedFace> faces = new ArrayList<>(data.faces(1, true));
    AuditedFace original = faces.get(FACE);
    Keypoint nose = original.labels().keypoint(NOSE);
    Annotation changed =
        original.labels().with(NOSE, Keypoint.visible(nose.x() + 2.5, nose.y() + 2));
    faces.add(
        new AuditedFace(
            changed, original.size(), original.prediction(), original.group(), original.picture()));

    Suspicion copy =
        rank(faces).ranking().stream()
            .filter(s -> s.face() == 240 && s.keypoint() == NOSE)
            .findFirst()
            .orElseThrow();

    assertThat(copy.kind()).isEqualTo(SuspicionKind.DUPLICATE);
    assertThat(copy.isProbablyWrong()).isTrue();
  }

  @Test
  void without_predictions_the_shape_of_the_faces_tells() {
    Annotation before = data.labels.get(FACE);
    put(LEFT_EYE, before.keypoint(RIGHT_EYE));
    put(RIGHT_EYE, before.keypoint(LEFT_EYE));
    Keypoint nose = data.labels.get(30).keypoint(NOSE);
    data.labels.set(
        30, data.labels.get(30).with(NOSE, Keypoint.visible(nose.x() + 14, nose.y() - 9)));

    List<Suspicion> first = rank(data.faces(1, false)).ranking().subList(0, 3);

    assertThat(first).filteredOn(s -> s.face() == FACE).hasSize(2);
    assertThat(first)
        .filteredOn(s -> s.face() == 30)
        .singleElement()
        .extracting(Suspicion::kind)
        .isEqualTo(SuspicionKind.SHAPE);
  }

  @Test
  void the_size_of_the_images_changes_nothing_but_the_suggestions() {
    put(NOSE, Keypoint.visible(60, 40));

    Suspicion small = rank().ranking().getFirst();
    Suspicion large = rank(data.faces(4, true)).ranking().getFirst();

    assertThat(large.score()).isCloseTo(small.score(), within(1e-6));
    assertThat(large.suggested().x()).isCloseTo(4 * small.suggested().x(), within(1e-6));
  }

  @Test
  void data_sets_of_a_few_faces_and_of_none_are_ranked_too() {
    assertThat(rank(List.of()).ranking()).isEmpty();
    assertThat(rank(data.faces(1, true).subList(0, 1)).ranking()).hasSize(15);
    AuditedFace first = data.faces(1, true).getFirst();
    AuditedFace unlabelled =
        new AuditedFace(
            Annotation.unlabelled(15), first.size(), Optional.empty(), "", first.picture());
    assertThat(rank(List.of(unlabelled)).ranking()).isEmpty();
  }
}
