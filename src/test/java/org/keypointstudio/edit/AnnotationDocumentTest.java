package org.keypointstudio.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;

class AnnotationDocumentTest {
  private static final KeypointSchema SCHEMA = KeypointSchema.kaggle15();
  private static final int NOSE_TIP = 10;

  private static AnnotationDocument document() {
    return new AnnotationDocument(SCHEMA, Collections.nCopies(3, Annotation.unlabelled(15)));
  }

  @Test
  void a_placed_keypoint_can_be_undone_and_redone() {
    AnnotationDocument document = document();

    document.setKeypoint(1, NOSE_TIP, Keypoint.visible(44, 57));
    assertThat(document.annotation(1).keypoint(NOSE_TIP)).isEqualTo(Keypoint.visible(44, 57));

    assertThat(document.undo()).isPresent();
    assertThat(document.annotation(1).placedCount()).isZero();

    assertThat(document.redo()).isPresent();
    assertThat(document.annotation(1).keypoint(NOSE_TIP)).isEqualTo(Keypoint.visible(44, 57));
    assertThat(document.redo()).isEmpty();
  }

  @Test
  void the_document_is_dirty_exactly_while_it_differs_from_disk() {
    AnnotationDocument document = document();
    assertThat(document.isDirty()).isFalse();

    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(44, 57));
    assertThat(document.isDirty()).isTrue();
    document.setKeypoint(0, NOSE_TIP, Keypoint.unlabelled());
    assertThat(document.isDirty()).as("put back by hand").isFalse();

    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(1, 2));
    document.markSaved(document.labelsSnapshot());
    assertThat(document.isDirty()).isFalse();
    document.undo();
    assertThat(document.isDirty()).as("undone past the saved state").isTrue();
    document.redo();
    assertThat(document.isDirty()).isFalse();
  }

  @Test
  void a_change_made_while_saving_stays_unsaved() {
    AnnotationDocument document = document();
    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(1, 2));
    List<FaceLabels> written = document.labelsSnapshot();
    document.setKeypoint(2, NOSE_TIP, Keypoint.visible(3, 4));

    document.markSaved(written);

    assertThat(document.unsavedLabels()).containsOnlyKeys(2);
  }

  @Test
  void nudges_of_one_keypoint_are_one_step_until_the_step_ends() {
    AnnotationDocument document = document();
    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(10, 10));
    document.endStep();
    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(10.25, 10));
    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(10.5, 10));
    document.endStep();
    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(11, 10));

    document.undo();
    assertThat(document.annotation(0).x(NOSE_TIP)).isEqualTo(10.5);
    document.undo();
    assertThat(document.annotation(0).x(NOSE_TIP)).isEqualTo(10);
  }

  @Test
  void a_new_change_after_an_undo_forgets_what_was_undone() {
    AnnotationDocument document = document();
    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(1, 1));
    document.undo();
    document.setKeypoint(0, 0, Keypoint.visible(2, 2));

    assertThat(document.canRedo()).isFalse();
    assertThat(document.history()).hasSize(1);
  }

  @Test
  void a_change_that_changes_nothing_is_no_step() {
    AnnotationDocument document = document();
    document.setKeypoint(0, NOSE_TIP, Keypoint.unlabelled());

    assertThat(document.canUndo()).isFalse();
  }

  @Test
  void each_step_says_what_was_done() {
    AnnotationDocument document = document();
    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(1, 1));
    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(2, 1));
    document.setKeypoint(0, NOSE_TIP, new Keypoint(2, 1, Visibility.OCCLUDED));
    document.setKeypoint(0, NOSE_TIP, Keypoint.unlabelled());

    assertThat(document.history())
        .extracting(change -> change.describe(SCHEMA))
        .containsExactly(
            "Place nose tip", "Move nose tip", "Mark as occluded: nose tip", "Clear nose tip");
  }

  @Test
  void listeners_hear_of_changes_undos_and_saves() {
    AnnotationDocument document = document();
    List<DocumentEvent> events = new ArrayList<>();
    document.addListener(events::add);

    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(1, 1));
    document.undo();
    document.redo();
    document.markSaved(document.labelsSnapshot());

    assertThat(events)
        .hasExactlyElementsOfTypes(
            DocumentEvent.Changed.class,
            DocumentEvent.Undone.class,
            DocumentEvent.Redone.class,
            DocumentEvent.Saved.class);
  }

  @Test
  void what_a_person_does_is_by_hand_and_what_is_accepted_is_the_models() {
    AnnotationDocument document = document();
    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(1, 1));
    document.setKeypoint(0, 0, Keypoint.visible(2, 2), Origin.model("cnn-003"));

    assertThat(document.labels(0).origin(NOSE_TIP)).isEqualTo(Origin.HAND);
    assertThat(document.labels(0).origin(0)).isEqualTo(Origin.model("cnn-003"));
    assertThat(document.labels(0).origin(1)).isEqualTo(Origin.FILE);

    document.setKeypoint(0, 0, Keypoint.visible(2, 3));
    assertThat(document.labels(0).origin(0)).as("dragged on").isEqualTo(Origin.HAND);
    document.undo();
    assertThat(document.labels(0).origin(0)).isEqualTo(Origin.model("cnn-003"));
    assertThat(document.history())
        .extracting(change -> change.describe(SCHEMA))
        .contains("Accept left eye center");
  }

  @Test
  void a_locked_keypoint_stays_as_it_is() {
    AnnotationDocument document = document();
    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(1, 1));
    document.setLabels(0, document.labels(0).withLocked(Set.of(NOSE_TIP)), "Lock nose tip");

    document.setKeypoint(0, NOSE_TIP, Keypoint.visible(5, 5));

    assertThat(document.annotation(0).keypoint(NOSE_TIP)).isEqualTo(Keypoint.visible(1, 1));
    assertThat(document.history()).hasSize(2);
  }

  @Test
  void several_faces_change_in_one_step() {
    AnnotationDocument document = document();
    List<FaceLabels> loaded = document.labelsSnapshot();
    List<FaceChange> steps = new ArrayList<>();
    for (int face : new int[] {0, 2}) {
      FaceLabels before = document.labels(face);
      steps.add(
          new LabelsChange(
              face, before, before.with(0, Keypoint.visible(1, 1), Origin.MEAN_SHAPE), "Accept"));
    }

    document.apply(new BatchChange(steps, "Accept 2 ghosts"));
    assertThat(document.unsavedLabels()).containsOnlyKeys(0, 2);
    assertThat(document.history())
        .singleElement()
        .extracting(Change::faces)
        .isEqualTo(List.of(0, 2));

    document.undo();
    assertThat(document.labelsSnapshot()).isEqualTo(loaded);
    document.redo();
    assertThat(document.labels(2).origin(0)).isEqualTo(Origin.MEAN_SHAPE);
  }

  @Test
  void a_batch_that_changes_nothing_is_no_step() {
    AnnotationDocument document = document();
    FaceLabels labels = document.labels(0);

    document.apply(new BatchChange(List.of(new LabelsChange(0, labels, labels, "")), "Nothing"));

    assertThat(document.canUndo()).isFalse();
  }

  @Test
  void locks_and_notes_count_as_unsaved_too() {
    AnnotationDocument document = document();
    FaceLabels reviewed = document.labels(0).withNotes(FaceNotes.NONE.withReviewed(true));
    document.setLabels(0, reviewed, "Mark as reviewed");

    assertThat(document.isUnsaved(0)).isTrue();
    document.markSaved(document.labelsSnapshot());
    assertThat(document.isDirty()).isFalse();
  }

  @Test
  void the_recorder_has_each_change_before_the_listeners() {
    List<String> heard = new ArrayList<>();
    AnnotationDocument document =
        new AnnotationDocument(
            SCHEMA,
            Collections.nCopies(3, FaceLabels.of(Annotation.unlabelled(15))),
            after -> heard.add("recorded " + after.keySet()));
    document.addListener(event -> heard.add("heard"));

    document.setKeypoint(1, NOSE_TIP, Keypoint.visible(1, 1));
    document.undo();
    document.redo();

    assertThat(heard)
        .containsExactly("recorded [1]", "heard", "recorded [1]", "heard", "recorded [1]", "heard");
  }

  @Test
  void any_step_of_the_history_can_be_gone_to() {
    AnnotationDocument document = document();
    document.setKeypoint(0, 0, Keypoint.visible(1, 1));
    document.setKeypoint(1, 1, Keypoint.visible(2, 2));
    document.setKeypoint(2, 2, Keypoint.visible(3, 3));

    document.goTo(1);
    assertThat(document.annotation(0).isPlaced(0)).isTrue();
    assertThat(document.annotation(1).isPlaced(1)).isFalse();
    document.goTo(3);
    assertThat(document.annotation(2).isPlaced(2)).isTrue();
  }

  private record Step(int face, int keypoint, Keypoint after) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Keypoint> keypoints =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 3).map(i -> Keypoint.visible(i, i)),
            Arbitraries.just(Keypoint.unlabelled()),
            Arbitraries.just(Keypoint.absent()));
    return Combinators.combine(
            Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 2), keypoints)
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }

  @Property
  void undoing_everything_gives_what_was_loaded_and_redoing_gives_what_was_made(
      @ForAll("steps") List<Step> steps) {
    AnnotationDocument document = document();
    List<Annotation> loaded = document.snapshot();
    steps.forEach(step -> document.setKeypoint(step.face(), step.keypoint(), step.after()));
    List<Annotation> made = document.snapshot();

    while (document.canUndo()) {
      document.undo();
    }
    assertThat(document.snapshot()).isEqualTo(loaded);
    assertThat(document.isDirty()).isFalse();

    while (document.canRedo()) {
      document.redo();
    }
    assertThat(document.snapshot()).isEqualTo(made);
    assertThat(document.isDirty()).isEqualTo(!made.equals(loaded));
  }
}
