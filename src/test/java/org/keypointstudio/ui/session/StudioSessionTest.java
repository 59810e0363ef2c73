package org.keypointstudio.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.search.FaceSearch;

class StudioSessionTest {
  private static final Annotation COMPLETE = complete();

  private final StudioSession session = new StudioSession();

  private static Annotation complete() {
    Annotation annotation = Annotation.unlabelled(15);
    for (int i = 0; i < 15; i++) {
      annotation = annotation.with(i, Keypoint.visible(i, i));
    }
    return annotation;
  }

  @BeforeEach
  void open_three_faces_of_which_the_second_is_complete() {
    session.open(
        OpenDataSet.of(
            FakeDataSet.of(Annotation.unlabelled(15), COMPLETE, Annotation.unlabelled(15))));
  }

  private AnnotationDocument document() {
    return session.openDataSet().orElseThrow().document();
  }

  @Test
  void opening_selects_the_first_face() {
    assertThat(session.selectedFaceProperty().get()).isZero();
    assertThat(session.shownFaces()).containsExactly(0, 1, 2);
    assertThat(session.dirtyProperty().get()).isFalse();
  }

  @Test
  void a_filter_shows_its_faces_and_steps_go_through_them() {
    session.filterProperty().set(FaceFilter.MISSING);
    assertThat(session.shownFaces()).containsExactly(0, 2);

    session.stepFace(1);
    assertThat(session.selectedFaceProperty().get()).isEqualTo(2);
    session.stepFace(1);
    assertThat(session.selectedFaceProperty().get()).as("the last one stays").isEqualTo(2);
  }

  @Test
  void a_filter_that_leaves_the_selected_face_out_selects_the_first_that_is_in() {
    session.filterProperty().set(FaceFilter.COMPLETE);

    assertThat(session.selectedFaceProperty().get()).isEqualTo(1);
  }

  @Test
  void faces_are_found_by_who_said_where_their_points_are() {
    document().setKeypoint(0, 0, Keypoint.visible(1, 1), Origin.model("cnn 1"));
    document().setKeypoint(2, 0, Keypoint.visible(1, 1));

    session.filterProperty().set(FaceFilter.ACCEPTED);
    assertThat(session.shownFaces()).containsExactly(0);
    session.filterProperty().set(FaceFilter.BY_HAND);
    assertThat(session.shownFaces()).containsExactly(2);
  }

  @Test
  void faces_that_were_pointed_at_are_shown_alone_until_all_are_wanted_again() {
    session.filterProperty().set(FaceFilter.COMPLETE);

    session.showOnly(ChosenFaces.of("a cloud", IntStream.of(2, 0)));
    assertThat(session.shownFaces()).containsExactly(0, 2);
    assertThat(session.filterProperty().get()).isEqualTo(FaceFilter.ALL);

    session.filterProperty().set(FaceFilter.COMPLETE);
    assertThat(session.shownFaces()).as("the filter narrows them further").isEmpty();
    session.chosenFacesProperty().set(Optional.empty());
    assertThat(session.shownFaces()).containsExactly(1);
  }

  @Test
  void excluded_faces_are_found_by_their_filter() {
    FaceLabels second = document().labels(1);
    TreeSet<String> tags = new TreeSet<>(Set.of(FaceNotes.EXCLUDED));
    document().setLabels(1, second.withNotes(second.notes().withTags(tags)), "Exclude");

    session.filterProperty().set(FaceFilter.EXCLUDED);

    assertThat(session.shownFaces()).containsExactly(1);
  }

  @Test
  void pointing_at_faces_ends_a_search_and_showing_all_ends_the_pointing() {
    FaceSearch search =
        new FaceSearch(
            session,
            new ImageMeasurer(session, new CurrentThreadTaskExecutor(), new Notifications()));
    search.textProperty().set("complete:yes");
    search.apply();

    session.showOnly(ChosenFaces.of("a bar", IntStream.of(0)));
    assertThat(search.textProperty().get()).isEmpty();
    assertThat(session.shownFaces()).containsExactly(0);

    search.showAll();
    assertThat(session.shownFaces()).containsExactly(0, 1, 2);
  }

  @Test
  void another_data_set_has_no_faces_pointed_at() {
    session.showOnly(ChosenFaces.of("a bar", IntStream.of(1)));

    session.open(OpenDataSet.of(FakeDataSet.of(COMPLETE, COMPLETE)));

    assertThat(session.chosenFacesProperty().get()).isEmpty();
    assertThat(session.shownFaces()).containsExactly(0, 1);
  }

  @Test
  void a_face_stays_in_the_list_while_it_is_edited() {
    session.filterProperty().set(FaceFilter.COMPLETE);

    document().setKeypoint(1, 0, Keypoint.unlabelled());

    assertThat(session.shownFaces()).containsExactly(1);
    session.refilter();
    assertThat(session.shownFaces()).isEmpty();
  }

  @Test
  void edits_show_in_the_dirty_undo_and_redo_marks() {
    document().setKeypoint(0, 0, Keypoint.visible(1, 1));
    assertThat(session.dirtyProperty().get()).isTrue();
    assertThat(session.undoableProperty().get()).isTrue();

    document().undo();
    assertThat(session.dirtyProperty().get()).isFalse();
    assertThat(session.redoableProperty().get()).isTrue();
  }

  @Test
  void undo_brings_its_face_into_view() {
    document().setKeypoint(0, 0, Keypoint.visible(1, 1));
    session.selectedFaceProperty().set(2);

    document().undo();

    assertThat(session.selectedFaceProperty().get()).isZero();
  }

  @Test
  void closing_leaves_nothing_selected() {
    session.close();

    assertThat(session.openDataSet()).isEmpty();
    assertThat(session.selectedFaceProperty().get()).isEqualTo(StudioSession.NONE);
    assertThat(session.shownFaces()).isEmpty();
    assertThat(session.dirtyProperty().get()).isFalse();
  }

  @Test
  void after_another_set_was_opened_the_first_one_is_not_heard_any_more() {
    AnnotationDocument first = document();
    session.open(OpenDataSet.of(FakeDataSet.of(COMPLETE)));

    first.setKeypoint(2, 0, Keypoint.visible(1, 1));
    first.undo();

    assertThat(session.selectedFaceProperty().get()).isZero();
    assertThat(session.dirtyProperty().get()).isFalse();
  }
}
