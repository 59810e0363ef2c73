package org.keypointstudio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FaceLabelsTest {
  private static final FaceLabels LOADED =
      FaceLabels.of(Annotation.ofCoordinates(1, 1, Double.NaN, Double.NaN, 3, 3));

  @Test
  void what_was_loaded_is_the_files() {
    assertThat(LOADED.origin(0)).isEqualTo(Origin.FILE);
    assertThat(LOADED.origins()).isEmpty();
    assertThat(LOADED.locked()).isEmpty();
    assertThat(LOADED.notes()).isEqualTo(FaceNotes.NONE);
  }

  @Test
  void a_keypoint_that_is_cleared_again_is_as_it_was_loaded() {
    FaceLabels placed = LOADED.with(1, Keypoint.visible(2, 2), Origin.HAND);
    assertThat(placed.origin(1)).isEqualTo(Origin.HAND);
    assertThat(placed.with(1, Keypoint.unlabelled(), Origin.HAND)).isEqualTo(LOADED);
  }

  @Test
  void an_absent_keypoint_keeps_who_said_so() {
    assertThat(LOADED.with(1, Keypoint.absent(), Origin.HAND).origin(1)).isEqualTo(Origin.HAND);
  }

  @Test
  void taking_on_an_annotation_leaves_locked_and_equal_keypoints_alone() {
    FaceLabels labels = LOADED.withLocked(Set.of(0));
    Annotation goal = Annotation.ofCoordinates(9, 9, 2, 2, 3, 3);

    FaceLabels changed = labels.changedTo(goal, Origin.MEAN_SHAPE);

    assertThat(changed.annotation()).isEqualTo(Annotation.ofCoordinates(1, 1, 2, 2, 3, 3));
    assertThat(changed.origins()).containsExactly(Origin.FILE, Origin.MEAN_SHAPE, Origin.FILE);
  }

  @Test
  void notes_do_not_change_when_the_given_tags_do() {
    TreeSet<String> tags = new TreeSet<>(Set.of("profile"));
    FaceNotes notes = FaceNotes.NONE.withNote("look again").withTags(tags);
    tags.add("blurred");

    assertThat(notes.tags()).containsExactly("profile");
    assertThat(notes.note()).isEqualTo("look again");
  }

  @Test
  void origins_and_locks_must_fit_the_keypoints() {
    Annotation annotation = LOADED.annotation();
    assertThatThrownBy(
            () -> new FaceLabels(annotation, List.of(Origin.HAND), Set.of(), FaceNotes.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LOADED.withLocked(Set.of(3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void only_a_models_origin_has_a_name() {
    assertThat(Origin.model("cnn-003").displayName()).isEqualTo("cnn-003");
    assertThat(Origin.MEAN_SHAPE.displayName()).isEqualTo("mean shape");
    assertThatThrownBy(() -> Origin.model("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Origin(Origin.Kind.HAND, "somebody"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
