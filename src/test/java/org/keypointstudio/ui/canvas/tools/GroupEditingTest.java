package org.keypointstudio.ui.canvas.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class GroupEditingTest {
  private final StudioSession session = new StudioSession();
  private final KeypointEditingViewModel editing = new KeypointEditingViewModel(session);

  GroupEditingTest() {
    Annotation face =
        Annotation.unlabelled(15)
            .with(0, Keypoint.visible(10, 10))
            .with(1, Keypoint.visible(30, 10))
            .with(2, new Keypoint(20, 30, Visibility.OCCLUDED));
    session.open(OpenDataSet.of(new FakeDataSet(Path.of("faces.csv"), List.of(face, face))));
  }

  private AnnotationDocument document() {
    return session.openDataSet().orElseThrow().document();
  }

  private Keypoint keypoint(int index) {
    return document().annotation(0).keypoint(index);
  }

  @Test
  void a_frame_selects_what_lies_in_it_and_shift_adds_to_it() {
    editing.selection().drawMarquee(new Rectangle2D(5, 5, 10, 10));
    editing.selection().closeMarquee(false);
    assertThat(editing.selection().keypoints()).containsExactly(0);

    editing.selection().drawMarquee(new Rectangle2D(15, 20, 10, 20));
    editing.selection().closeMarquee(true);
    assertThat(editing.selection().keypoints()).containsExactly(0, 2);
    assertThat(session.selectedKeypointProperty().get()).isZero();
  }

  @Test
  void an_empty_frame_lets_go_of_everything() {
    editing.selection().selectAll();

    editing.selection().drawMarquee(new Rectangle2D(80, 80, 5, 5));
    editing.selection().closeMarquee(false);

    assertThat(editing.selection().keypoints()).isEmpty();
    assertThat(session.selectedKeypointProperty().get()).isEqualTo(StudioSession.NONE);
  }

  @Test
  void selecting_another_keypoint_lets_go_of_the_group_and_so_does_another_face() {
    editing.selection().selectAll();
    session.selectedKeypointProperty().set(7);
    assertThat(editing.selection().keypoints()).containsExactly(7);

    editing.selection().selectAll();
    session.stepFace(1);
    assertThat(editing.selection().isGroup()).isFalse();
  }

  @Test
  void a_drag_of_the_group_is_shown_at_once_and_is_one_step_of_the_history() {
    editing.selection().selectAll();

    editing.dragGroup(3, -2);
    assertThat(editing.displayedAnnotation().orElseThrow().x(1)).isEqualTo(33);
    assertThat(editing.hand().moving()).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(document().isDirty()).isFalse();
    editing.group().drop("Move");

    assertThat(keypoint(0)).isEqualTo(Keypoint.visible(13, 8));
    assertThat(keypoint(2)).isEqualTo(new Keypoint(23, 28, Visibility.OCCLUDED));
    assertThat(document().labels(0).origin(1)).isEqualTo(Origin.HAND);
    assertThat(document().history()).hasSize(1);
    assertThat(document().history().getFirst().describe(document().schema()))
        .isEqualTo("Move 3 keypoints");
    document().undo();
    assertThat(keypoint(2)).isEqualTo(new Keypoint(20, 30, Visibility.OCCLUDED));
  }

  @Test
  void escape_puts_a_dragged_group_back() {
    editing.selection().selectAll();
    editing.dragGroup(3, -2);

    editing.escape();

    assertThat(editing.displayedAnnotation().orElseThrow().x(1)).isEqualTo(30);
    assertThat(editing.selection().isGroup()).isTrue();
  }

  @Test
  void locked_keypoints_stay_where_they_are() {
    document().setLabels(0, document().labels(0).withLocked(Set.of(1)), "Lock");
    editing.selection().selectAll();

    editing.nudge(1, 0);
    editing.clearSelected();

    assertThat(keypoint(1)).isEqualTo(Keypoint.visible(30, 10));
    assertThat(keypoint(0).isPlaced()).isFalse();
  }

  @Test
  void a_quarter_turn_goes_about_the_middle_of_the_frame_clockwise() {
    editing.selection().selectAll();

    editing.turnGroup(90);

    assertThat(keypoint(0)).isEqualTo(Keypoint.visible(30, 10));
    assertThat(keypoint(1)).isEqualTo(Keypoint.visible(30, 30));
  }

  @Test
  void repeated_nudges_and_turns_of_a_group_are_a_step_each_but_drags_are_not_joined() {
    editing.selection().selectAll();

    editing.nudge(1, 0);
    editing.nudge(1, 0);
    editing.turnGroup(2);
    editing.turnGroup(2);
    assertThat(document().history())
        .extracting(change -> change.describe(document().schema()))
        .containsExactly("Move 3 keypoints", "Turn 3 keypoints");

    editing.dragGroup(1, 1);
    editing.group().drop("Move");
    editing.dragGroup(1, 1);
    editing.group().drop("Move");
    assertThat(document().history()).hasSize(4);

    for (int i = 0; i < 4; i++) {
      document().undo();
    }
    assertThat(keypoint(1)).isEqualTo(Keypoint.visible(30, 10));
  }

  @Test
  void nudges_of_different_groups_are_steps_of_their_own() {
    editing.selection().select(List.of(0, 1));
    editing.nudge(1, 0);
    editing.selection().select(List.of(1, 2));
    editing.nudge(1, 0);

    assertThat(document().history()).hasSize(2);
  }

  @Test
  void delete_clears_all_that_is_selected_in_one_step() {
    editing.selection().select(List.of(0, 2));

    editing.clearSelected();

    assertThat(document().annotation(0).placedCount()).isEqualTo(1);
    document().undo();
    assertThat(document().annotation(0).placedCount()).isEqualTo(3);
  }

  @Test
  void with_snapping_a_group_moves_by_whole_pixels() {
    editing.snapProperty().set(true);
    editing.selection().selectAll();

    editing.dragGroup(2.4, 0.6);
    editing.group().drop("Move");

    assertThat(keypoint(0)).isEqualTo(Keypoint.visible(12, 11));
  }

  @Property
  void turning_keeps_distances_and_turning_back_keeps_places(
      @ForAll @DoubleRange(min = -360, max = 360) double degrees,
      @ForAll @DoubleRange(min = -50, max = 50) double x,
      @ForAll @DoubleRange(min = -50, max = 50) double y) {
    Point2D centre = new Point2D(7, -3);
    Point2D place = new Point2D(x, y);

    Point2D turned = GroupEditing.turnAbout(centre, degrees).apply(place);
    Point2D back = GroupEditing.turnAbout(centre, -degrees).apply(turned);

    assertThat(turned.distance(centre)).isCloseTo(place.distance(centre), within(1e-9));
    assertThat(back.distance(place)).isLessThan(1e-9);
  }
}
