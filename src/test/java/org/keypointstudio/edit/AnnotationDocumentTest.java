package org.keypointstudio.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
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
    document.markSaved(document.snapshot());
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
    List<Annotation> written = document.snapshot();
    document.setKeypoint(2, NOSE_TIP, Keypoint.visible(3, 4));

    document.markSaved(written);

    assertThat(document.unsavedAnnotations()).containsOnlyKeys(2);
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
    document.markSaved(document.snapshot());

    assertThat(events)
        .hasExactlyElementsOfTypes(
            DocumentEvent.Changed.class,
            DocumentEvent.Undone.class,
            DocumentEvent.Redone.class,
            DocumentEvent.Saved.class);
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
