package org.keypointstudio.ui.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class NotesViewModelTest {
  private final StudioSession session = new StudioSession();
  private final NotesViewModel notes = new NotesViewModel(session);
  private AnnotationDocument document;

  @BeforeEach
  void open_three_faces() {
    OpenDataSet open =
        OpenDataSet.of(
            new FakeDataSet(
                Path.of("faces.csv"), Collections.nCopies(3, Annotation.unlabelled(15))));
    document = open.document();
    session.open(open);
  }

  @Test
  void a_face_is_marked_as_reviewed_and_the_mark_can_be_undone() {
    notes.reviewedProperty().set(true);

    assertThat(document.labels(0).notes().reviewed()).isTrue();
    assertThat(document.isUnsaved(0)).isTrue();
    document.undo();
    assertThat(notes.reviewedProperty().get()).isFalse();
    assertThat(document.isDirty()).isFalse();
  }

  @Test
  void marking_a_face_can_lead_to_the_next() {
    notes.reviewedAndNext();

    assertThat(document.labels(0).notes().reviewed()).isTrue();
    assertThat(session.selectedFaceProperty().get()).isEqualTo(1);
    assertThat(notes.reviewedProperty().get()).isFalse();
    assertThat(document.labels(1).notes().reviewed()).isFalse();
  }

  @Test
  void tags_are_kept_in_order_without_spaces_around_them() {
    notes.addTags(" glasses,  two   faces ,, blurred");

    assertThat(notes.tagsProperty().get()).containsExactly("blurred", "glasses", "two faces");
    notes.removeTag("glasses");
    assertThat(document.labels(0).notes().tags()).containsExactly("blurred", "two faces");
    notes.addTags("  ");
    notes.addTags("blurred");
    assertThat(document.history()).hasSize(2);
  }

  @Test
  void the_tags_of_other_faces_are_offered() {
    notes.addTags("glasses, blurred");
    session.stepFace(1);
    notes.addTags("glimmer");

    assertThat(notes.tagsLike("gl")).containsExactly("glasses");
    assertThat(notes.tagsLike("")).containsExactly("blurred", "glasses");
  }

  @Test
  void what_is_typed_in_one_go_is_one_step_and_kept_at_once() {
    notes.noteProperty().set("h");
    notes.noteProperty().set("hi");
    assertThat(document.labels(0).notes().note()).isEqualTo("hi");
    session.stepFace(1);
    notes.noteProperty().set("other");
    session.stepFace(-1);
    notes.noteProperty().set("hidden");

    assertThat(document.history()).hasSize(3);
    document.undo();
    assertThat(notes.noteProperty().get()).isEqualTo("hi");
    assertThat(document.labels(1).notes().note()).isEqualTo("other");
  }

  @Test
  void shows_nothing_once_the_data_set_is_closed() {
    notes.addTags("glasses");
    notes.noteProperty().set("hi");

    session.close();

    assertThat(notes.tagsProperty().get()).isEmpty();
    assertThat(notes.noteProperty().get()).isEmpty();
    notes.addTags("lost");
    assertThat(document.labels(0).notes().tags()).containsExactly("glasses");
  }
}
