package org.keypointstudio.ui.canvas.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.ui.canvas.tools.LabelEditingViewModel.Axis;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class LabelEditingViewModelTest {
  private static final int LEFT_EYE = 0;
  private static final int RIGHT_EYE = 1;
  private static final int NOSE_TIP = 10;
  private static final int TOP_LIP = 13;

  private static final Annotation LOADED =
      Annotation.unlabelled(15)
          .with(LEFT_EYE, Keypoint.visible(66, 37))
          .with(RIGHT_EYE, Keypoint.visible(30, 37))
          .with(NOSE_TIP, new Keypoint(48.25, 57, Visibility.OCCLUDED));

  private final StudioSession session = new StudioSession();
  private final Notifications notifications = new Notifications();
  private final LabelEditingViewModel labels =
      new LabelEditingViewModel(session, new KeypointEditingViewModel(session), notifications);

  @BeforeEach
  void open_three_faces_and_select_the_second() {
    session.open(
        OpenDataSet.of(
            FakeDataSet.of(
                Annotation.unlabelled(15).with(TOP_LIP, Keypoint.visible(48, 70)),
                LOADED,
                Annotation.unlabelled(15))));
    session.selectedFaceProperty().set(1);
  }

  private AnnotationDocument document() {
    return session.openDataSet().orElseThrow().document();
  }

  private Keypoint keypoint(int index) {
    return document().annotation(1).keypoint(index);
  }

  private void select(int keypoint) {
    session.selectedKeypointProperty().set(keypoint);
  }

  private String lastStep() {
    return document().history().getLast().describe(document().schema());
  }

  @Test
  void a_typed_number_moves_one_coordinate_and_keeps_the_rest() {
    labels.type(NOSE_TIP, Axis.X, " 41.5 ");
    assertThat(keypoint(NOSE_TIP)).isEqualTo(new Keypoint(41.5, 57, Visibility.OCCLUDED));

    labels.type(NOSE_TIP, Axis.Y, "60,25");
    assertThat(keypoint(NOSE_TIP)).isEqualTo(new Keypoint(41.5, 60.25, Visibility.OCCLUDED));
    document().undo();
    assertThat(keypoint(NOSE_TIP).y()).as("each number is a step").isEqualTo(57);
  }

  @Test
  void two_typed_numbers_place_a_keypoint_that_has_no_place() {
    labels.type(TOP_LIP, Axis.X, "48 71.5");

    assertThat(keypoint(TOP_LIP)).isEqualTo(Keypoint.visible(48, 71.5));
    assertThat(document().labels(1).origin(TOP_LIP)).isEqualTo(Origin.HAND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1 2 3", "NaN", "Infinity", "12px", "4 x", ""})
  void a_text_that_is_no_number_changes_nothing_and_is_told(String text) {
    labels.type(NOSE_TIP, Axis.X, text);

    assertThat(document().history()).isEmpty();
    assertThat(notifications.shown())
        .singleElement()
        .satisfies(told -> assertThat(told.message()).contains("nose tip", "41.5"));
  }

  @Test
  void one_number_is_not_enough_for_a_keypoint_without_a_place() {
    labels.type(TOP_LIP, Axis.X, "48");

    assertThat(document().history()).isEmpty();
    assertThat(notifications.shown())
        .singleElement()
        .satisfies(told -> assertThat(told.message()).contains("x and y together"));
  }

  @Test
  void a_pair_changes_places() {
    select(LEFT_EYE);
    labels.swapPair();

    assertThat(keypoint(LEFT_EYE)).isEqualTo(Keypoint.visible(30, 37));
    assertThat(keypoint(RIGHT_EYE)).isEqualTo(Keypoint.visible(66, 37));
    assertThat(lastStep()).isEqualTo("Swap left eye center with its partner");
  }

  @Test
  void a_keypoint_without_a_partner_stays() {
    select(NOSE_TIP);
    labels.swapPair();

    assertThat(document().history()).isEmpty();
  }

  @Test
  void swapping_the_face_twice_gives_back_what_was() {
    labels.swapFace();
    assertThat(keypoint(LEFT_EYE)).isEqualTo(Keypoint.visible(30, 37));
    labels.swapFace();

    assertThat(document().annotation(1)).isEqualTo(LOADED);
    assertThat(document().history()).hasSize(2);
  }

  @Test
  void a_locked_keypoint_is_neither_swapped_nor_typed_over_nor_copied_over_nor_reset() {
    labels.toggleLock(RIGHT_EYE);

    labels.swapFace();
    labels.type(RIGHT_EYE, Axis.X, "1");
    session.selectedFaceProperty().set(2);
    labels.copyFromNumber("2");
    labels.toggleLock(LEFT_EYE);
    labels.resetFace();

    assertThat(document().annotation(1)).isEqualTo(LOADED);
    assertThat(document().annotation(2).placedCount()).as("all but the locked one").isEqualTo(1);
  }

  @Test
  void a_lock_is_taken_off_again() {
    select(NOSE_TIP);
    labels.toggleLock();
    assertThat(document().labels(1).isLocked(NOSE_TIP)).isTrue();
    assertThat(lastStep()).isEqualTo("Lock nose tip");

    labels.toggleLock();
    assertThat(document().labels(1).isLocked(NOSE_TIP)).isFalse();
    assertThat(document().isDirty()).isFalse();
  }

  @Test
  void points_are_copied_from_the_face_before() {
    labels.copyFromPrevious();

    assertThat(keypoint(TOP_LIP)).isEqualTo(Keypoint.visible(48, 70));
    assertThat(keypoint(LEFT_EYE))
        .as("the other face has none")
        .isEqualTo(Keypoint.visible(66, 37));
    assertThat(lastStep()).isEqualTo("Copy points from row 1");
  }

  @Test
  void the_first_face_has_none_before_it() {
    session.selectedFaceProperty().set(0);
    labels.copyFromPrevious();

    assertThat(document().history()).isEmpty();
    assertThat(notifications.shown()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "first", "", "-1", "99999999999"})
  void a_number_of_no_face_is_told(String number) {
    labels.copyFromNumber(number);

    assertThat(document().history()).isEmpty();
    assertThat(notifications.shown())
        .singleElement()
        .satisfies(told -> assertThat(told.message()).contains("from 1 to 3"));
  }

  @Test
  void a_keypoint_or_the_face_becomes_what_was_loaded() {
    document().setKeypoint(1, NOSE_TIP, Keypoint.visible(1, 1));
    document().setKeypoint(1, LEFT_EYE, Keypoint.unlabelled());
    document().markSaved(document().labelsSnapshot());

    select(NOSE_TIP);
    labels.resetKeypoint();
    assertThat(keypoint(NOSE_TIP)).isEqualTo(LOADED.keypoint(NOSE_TIP));
    assertThat(keypoint(LEFT_EYE).isPlaced()).isFalse();

    labels.resetFace();
    assertThat(document().annotation(1)).isEqualTo(LOADED);
    assertThat(document().labels(1).origins()).isEmpty();
  }
}
