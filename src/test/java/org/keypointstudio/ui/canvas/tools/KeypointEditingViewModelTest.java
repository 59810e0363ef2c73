package org.keypointstudio.ui.canvas.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class KeypointEditingViewModelTest {
  private static final int NOSE_TIP = 10;
  private static final int TOP_LIP = 13;

  private final StudioSession session = new StudioSession();
  private final KeypointEditingViewModel editing = new KeypointEditingViewModel(session);

  @BeforeEach
  void open_a_face_with_a_nose_tip() {
    session.open(
        OpenDataSet.of(
            FakeDataSet.of(
                Annotation.unlabelled(15).with(NOSE_TIP, Keypoint.visible(48, 57)),
                Annotation.unlabelled(15))));
  }

  private AnnotationDocument document() {
    return session.openDataSet().orElseThrow().document();
  }

  private void select(int keypoint) {
    session.selectedKeypointProperty().set(keypoint);
  }

  @Test
  void pressing_near_a_keypoint_selects_it() {
    editing.press(49, 58, 2);

    assertThat(session.selectedKeypointProperty().get()).isEqualTo(NOSE_TIP);
    assertThat(document().isDirty()).isFalse();
  }

  @Test
  void pressing_beside_every_keypoint_lets_go_of_the_selection() {
    select(NOSE_TIP);

    editing.press(5, 5, 2);

    assertThat(session.selectedKeypointProperty().get()).isEqualTo(StudioSession.NONE);
  }

  @Test
  void a_drag_changes_the_label_only_when_it_ends() {
    editing.press(48, 57, 2);
    editing.dragTo(50, 60);
    assertThat(document().annotation(0).x(NOSE_TIP)).isEqualTo(48);
    assertThat(editing.displayedAnnotation().orElseThrow().x(NOSE_TIP)).isEqualTo(50);

    editing.drop();

    assertThat(document().annotation(0).keypoint(NOSE_TIP)).isEqualTo(Keypoint.visible(50, 60));
    assertThat(document().history()).hasSize(1);
  }

  @Test
  void escape_puts_a_dragged_keypoint_back() {
    editing.press(48, 57, 2);
    editing.dragTo(50, 60);

    editing.escape();
    editing.drop();

    assertThat(document().annotation(0).keypoint(NOSE_TIP)).isEqualTo(Keypoint.visible(48, 57));
    assertThat(document().canUndo()).isFalse();
  }

  @Test
  void two_drags_of_one_keypoint_are_two_steps() {
    for (int x : new int[] {50, 52}) {
      editing.press(document().annotation(0).x(NOSE_TIP), 57, 2);
      editing.dragTo(x, 57);
      editing.drop();
    }

    assertThat(document().history()).hasSize(2);
  }

  @Test
  void a_click_places_the_chosen_missing_keypoint_and_takes_the_next_missing_one() {
    select(TOP_LIP);

    editing.press(47.12345, 70, 2);

    assertThat(document().annotation(0).keypoint(TOP_LIP)).isEqualTo(Keypoint.visible(47.123, 70));
    assertThat(session.selectedKeypointProperty().get()).isEqualTo(TOP_LIP + 1);
  }

  @Test
  void after_the_last_missing_keypoint_nothing_is_selected() {
    for (int i = 0; i < 14; i++) {
      editing.selectNextMissing();
      editing.press(5 + 6 * i, 5, 0.1);
    }

    assertThat(document().annotation(0).isComplete()).isTrue();
    assertThat(session.selectedKeypointProperty().get()).isEqualTo(StudioSession.NONE);
  }

  @Test
  void a_keypoint_can_be_nudged_cleared_and_marked_as_occluded() {
    select(NOSE_TIP);

    editing.nudge(0.25, -1);
    editing.toggleOccluded(NOSE_TIP);
    assertThat(document().annotation(0).keypoint(NOSE_TIP))
        .isEqualTo(new Keypoint(48.25, 56, Visibility.OCCLUDED));

    editing.clearSelected();
    assertThat(document().annotation(0).keypoint(NOSE_TIP)).isEqualTo(Keypoint.unlabelled());
  }

  @Test
  void stepping_goes_round_through_all_keypoints() {
    select(14);
    editing.stepKeypoint(1);
    assertThat(session.selectedKeypointProperty().get()).isZero();

    editing.stepKeypoint(-1);
    assertThat(session.selectedKeypointProperty().get()).isEqualTo(14);
  }

  @Test
  void changing_the_face_ends_a_drag_without_a_change() {
    editing.press(48, 57, 2);
    editing.dragTo(50, 60);

    session.selectedFaceProperty().set(1);
    editing.drop();

    assertThat(document().isDirty()).isFalse();
  }

  @Test
  void without_a_data_set_nothing_happens() {
    session.close();

    editing.press(1, 1, 5);
    editing.nudge(1, 1);
    editing.clearSelected();
    editing.stepKeypoint(1);

    assertThat(editing.displayedAnnotation()).isEmpty();
    assertThat(session.selectedKeypointProperty().get()).isEqualTo(StudioSession.NONE);
  }
}
