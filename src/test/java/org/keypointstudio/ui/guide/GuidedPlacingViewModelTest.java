package org.keypointstudio.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.model.schema.SchemaGuess;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.ghost.GhostsViewModel;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.FaceFilter;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class GuidedPlacingViewModelTest {
  private static final int NOSE_TIP = 10;
  private static final int TOP_LIP = 13;

  private final StudioSession session = new StudioSession();
  private final Notifications notifications = new Notifications();
  private final GuidedPlacingViewModel guide = new GuidedPlacingViewModel(session, notifications);

  private static Annotation allBut(int... missing) {
    double[] xy = new double[30];
    Arrays.setAll(xy, c -> 10 + 2.0 * c);
    Annotation annotation = Annotation.ofCoordinates(xy);
    for (int keypoint : missing) {
      annotation = annotation.with(keypoint, Keypoint.unlabelled());
    }
    return annotation;
  }

  @BeforeEach
  void open_faces_that_miss_some_points() {
    session.open(
        OpenDataSet.of(
            FakeDataSet.of(
                allBut(NOSE_TIP, TOP_LIP), allBut(), allBut(NOSE_TIP), allBut(0, TOP_LIP))));
  }

  private AnnotationDocument document() {
    return session.openDataSet().orElseThrow().document();
  }

  private void assertInTurn(int face, int keypoint) {
    assertThat(session.selectedFaceProperty().get()).as("face").isEqualTo(face);
    assertThat(session.selectedKeypointProperty().get()).as("keypoint").isEqualTo(keypoint);
  }

  private void place() {
    guide.place(48.00049, 57, Visibility.VISIBLE);
  }

  @Test
  void each_click_places_the_named_keypoint_and_goes_on_to_the_next_face_with_something_missing() {
    guide.activeProperty().set(true);
    assertInTurn(0, NOSE_TIP);
    assertThat(guide.instruction()).isEqualTo("Click the nose tip");
    assertThat(guide.progress()).isEqualTo("2 left on row 1 · 1 of 4");

    place();
    assertInTurn(0, TOP_LIP);
    place();
    assertInTurn(2, NOSE_TIP);
    place();
    assertInTurn(3, 0);

    assertThat(document().annotation(0).keypoint(NOSE_TIP)).isEqualTo(Keypoint.visible(48, 57));
    assertThat(document().labels(0).origin(NOSE_TIP)).isEqualTo(Origin.HAND);
    assertThat(document().history()).hasSize(3);
  }

  @Test
  void when_nothing_is_missing_any_more_it_says_so_and_stops() {
    guide.activeProperty().set(true);
    for (int click = 0; click < 5; click++) {
      place();
    }

    assertThat(guide.activeProperty().get()).isFalse();
    assertThat(notifications.shown()).hasSize(1);
    assertThat(document().snapshot()).allMatch(Annotation::isComplete);
  }

  @Test
  void a_skipped_keypoint_is_passed_over() {
    guide.activeProperty().set(true);
    guide.skip();
    assertInTurn(0, TOP_LIP);
    guide.skip();
    assertInTurn(2, NOSE_TIP);
    place();
    place();
    place();

    assertThat(guide.activeProperty().get()).as("only skipped ones are left").isFalse();
    assertThat(document().annotation(0).unlabelledCount()).isEqualTo(2);
  }

  @Test
  void going_back_lets_the_last_keypoint_be_placed_anew_also_on_the_face_before() {
    guide.activeProperty().set(true);
    place();
    place();
    guide.back();
    assertInTurn(0, TOP_LIP);
    guide.back();
    assertInTurn(0, NOSE_TIP);

    guide.place(20, 20, Visibility.OCCLUDED);
    assertThat(document().annotation(0).keypoint(NOSE_TIP))
        .isEqualTo(new Keypoint(20, 20, Visibility.OCCLUDED));
    assertInTurn(2, NOSE_TIP);
  }

  @Test
  void going_back_at_the_beginning_stays_there() {
    guide.activeProperty().set(true);
    guide.back();
    assertInTurn(0, NOSE_TIP);
  }

  @Test
  void one_keypoint_is_placed_on_every_face_that_misses_it() {
    session.selectedKeypointProperty().set(TOP_LIP);
    guide.repeatSelected();
    assertInTurn(0, TOP_LIP);
    assertThat(guide.progress()).startsWith("on every face");
    place();
    assertInTurn(3, TOP_LIP);
    place();

    assertThat(guide.activeProperty().get()).isFalse();
    assertThat(guide.onlyKeypointProperty().get()).isEmpty();
    assertThat(document().annotation(2).isPlaced(NOSE_TIP)).isFalse();
  }

  @Test
  void only_faces_of_the_filter_are_gone_to() {
    document().setKeypoint(3, 1, Keypoint.visible(1, 1));
    session.filterProperty().set(FaceFilter.UNSAVED);

    guide.activeProperty().set(true);

    assertInTurn(3, 0);
    place();
    place();
    assertThat(guide.activeProperty().get()).isFalse();
  }

  @Test
  void it_begins_with_the_keypoint_that_is_selected() {
    session.selectedKeypointProperty().set(TOP_LIP);
    guide.activeProperty().set(true);
    assertInTurn(0, TOP_LIP);
  }

  @Test
  void going_to_another_face_by_hand_goes_on_there() {
    guide.activeProperty().set(true);
    session.selectedFaceProperty().set(3);
    assertInTurn(3, 0);
  }

  @Test
  void letting_go_of_the_keypoint_stops() {
    guide.activeProperty().set(true);
    session.selectedKeypointProperty().set(StudioSession.NONE);
    assertThat(guide.activeProperty().get()).isFalse();
  }

  @Test
  void closing_the_data_set_stops() {
    guide.activeProperty().set(true);
    session.close();
    assertThat(guide.activeProperty().get()).isFalse();
    assertThat(guide.instruction()).isEmpty();
  }

  @Test
  void a_reference_face_is_drawn_while_the_person_is_guided() {
    session.open(OpenDataSet.of(new MemoryDataSet(10)));
    CurrentThreadTaskExecutor tasks = new CurrentThreadTaskExecutor();
    ReferenceFaceViewModel reference =
        new ReferenceFaceViewModel(
            session, guide, new GhostsViewModel(session, tasks, _ -> {}), tasks);
    assertThat(reference.faceProperty().get()).isEmpty();

    guide.activeProperty().set(true);

    assertThat(reference.faceProperty().get())
        .hasValueSatisfying(face -> assertThat(face.points().isComplete()).isTrue());
  }

  private ReferenceFaceViewModel reference() {
    CurrentThreadTaskExecutor tasks = new CurrentThreadTaskExecutor();
    return new ReferenceFaceViewModel(
        session, guide, new GhostsViewModel(session, tasks, _ -> {}), tasks);
  }

  @Test
  void before_anything_is_labelled_a_plain_face_shows_where_the_keypoint_goes() {
    session.open(OpenDataSet.of(FakeDataSet.of(Annotation.unlabelled(15))));
    ReferenceFaceViewModel reference = reference();

    guide.activeProperty().set(true);

    assertThat(reference.faceProperty().get())
        .hasValueSatisfying(face -> assertThat(face.points().isComplete()).isTrue());
    assertThat(reference.explanationProperty().get()).isEmpty();
  }

  @Test
  void of_a_keypoint_that_nobody_knows_it_says_so() {
    KeypointSchema hat = SchemaGuess.plain("mine", List.of("hat_brim"));
    AnnotationDocument document = new AnnotationDocument(hat, List.of(Annotation.unlabelled(1)));
    session.open(new OpenDataSet(new MemoryDataSet(1), document));
    ReferenceFaceViewModel reference = reference();

    guide.activeProperty().set(true);

    assertThat(reference.faceProperty().get()).isEmpty();
    assertThat(reference.explanationProperty().get())
        .isEqualTo(
            "Where the hat brim goes is not known yet. Place it on one face, and it is shown"
                + " here.");
  }
}
