package org.keypointstudio.ui.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.ghost.Ghost;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.canvas.tools.KeypointEditingViewModel;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeModels;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.FaceFilter;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class GhostsViewModelTest {
  private static final int NOSE_TIP = 10;

  private final StudioSession session = new StudioSession();
  private final MemoryDataSet faces = new MemoryDataSet(30);
  private final List<ModelEntry> asked = new ArrayList<>();
  private final Notifications notifications = new Notifications();
  private final CurrentThreadTaskExecutor tasks = new CurrentThreadTaskExecutor();
  private final GhostsViewModel ghosts = new GhostsViewModel(session, tasks, this::ask);
  private final GhostsAcrossViewModel across =
      new GhostsAcrossViewModel(session, ghosts, tasks, notifications);

  private void ask(ModelEntry model) {
    asked.add(model);
    model.mirroredProperty().set(model.predictionsProperty().get());
  }

  @BeforeEach
  void open_faces_of_which_two_miss_the_nose_tip() {
    session.open(OpenDataSet.of(faces));
    for (int face : new int[] {0, 4}) {
      document().setKeypoint(face, NOSE_TIP, Keypoint.unlabelled());
    }
    document().markSaved(document().labelsSnapshot());
  }

  private AnnotationDocument document() {
    return session.openDataSet().orElseThrow().document();
  }

  private ModelEntry model(String name) {
    ModelEntry model = new FakeModels(faces).predicted(name, 0, 0.5, List.of());
    session.models().add(model);
    return model;
  }

  @Test
  void before_there_is_a_model_the_mean_shape_proposes_what_is_missing() {
    assertThat(ghosts.ghostsProperty().get()).extracting(Ghost::keypoint).containsExactly(NOSE_TIP);
    assertThat(ghosts.ghost(NOSE_TIP)).map(Ghost::origin).contains(Origin.MEAN_SHAPE);

    session.selectedFaceProperty().set(1);
    assertThat(ghosts.ghostsProperty().get()).isEmpty();
  }

  @Test
  void as_soon_as_there_is_a_model_it_proposes() {
    ModelEntry model = model("cnn 1");

    assertThat(ghosts.ghost(NOSE_TIP)).map(Ghost::origin).contains(Origin.model("cnn 1"));
    assertThat(ghosts.ghost(NOSE_TIP).orElseThrow().x())
        .isCloseTo(model.prediction(0).orElseThrow().x(NOSE_TIP), Offset.offset(2.0));
  }

  @Test
  void the_person_chooses_who_proposes() {
    ModelEntry model = model("cnn 1");

    ghosts.choiceProperty().set(new GhostChoice.OfMeanShape());
    assertThat(ghosts.ghost(NOSE_TIP)).map(Ghost::origin).contains(Origin.MEAN_SHAPE);

    ghosts.choiceProperty().set(new GhostChoice.OfModel(model));
    assertThat(ghosts.ghost(NOSE_TIP)).map(Ghost::origin).contains(Origin.model("cnn 1"));

    session.models().clear();
    assertThat(ghosts.ghost(NOSE_TIP)).map(Ghost::origin).contains(Origin.MEAN_SHAPE);
  }

  @Test
  void a_chosen_model_without_predictions_proposes_nothing_yet() {
    ModelEntry model = new FakeModels(faces).withoutPredictions("cnn 1", 0, List.of());
    session.models().add(model);
    ghosts.choiceProperty().set(new GhostChoice.OfModel(model));

    assertThat(ghosts.ghostsProperty().get()).isEmpty();
  }

  @Test
  void a_ghost_is_not_a_label_until_it_is_accepted() {
    assertThat(document().isDirty()).isFalse();
    assertThat(document().annotation(0).isPlaced(NOSE_TIP)).isFalse();

    ghosts.accept(NOSE_TIP);

    assertThat(document().annotation(0).isPlaced(NOSE_TIP)).isTrue();
    assertThat(document().labels(0).origin(NOSE_TIP)).isEqualTo(Origin.MEAN_SHAPE);
    assertThat(ghosts.ghostsProperty().get()).isEmpty();
  }

  @Test
  void all_ghosts_of_a_face_are_accepted_in_one_step() {
    document().setKeypoint(0, 0, Keypoint.unlabelled());

    ghosts.acceptFace();

    assertThat(document().annotation(0).isComplete()).isTrue();
    document().undo();
    assertThat(document().annotation(0).unlabelledCount()).isEqualTo(2);
  }

  @Test
  void a_dragged_ghost_is_a_label_by_hand() {
    KeypointEditingViewModel editing =
        new KeypointEditingViewModel(session, ghosts.ghostsProperty()::get);
    Ghost ghost = ghosts.ghost(NOSE_TIP).orElseThrow();

    editing.press(ghost.x(), ghost.y(), 1);
    editing.dragTo(ghost.x() + 3, ghost.y());
    editing.drop();

    assertThat(document().annotation(0).x(NOSE_TIP)).isCloseTo(ghost.x() + 3, within());
    assertThat(document().labels(0).origin(NOSE_TIP)).isEqualTo(Origin.HAND);
  }

  private static Offset<Double> within() {
    return Offset.offset(0.001);
  }

  @Test
  void hidden_ghosts_can_be_neither_seen_nor_accepted() {
    ghosts.shownProperty().set(false);

    ghosts.accept(NOSE_TIP);

    assertThat(document().annotation(0).isPlaced(NOSE_TIP)).isFalse();
  }

  @Test
  void ghosts_across_the_filter_are_counted_before_and_accepted_in_one_step() {
    session.filterProperty().set(FaceFilter.MISSING);
    across.shownProperty().set(true);
    across.thresholdProperty().set(0);
    // Two nose tips, and the four eyebrow ends that every fifth face lacks.
    assertThat(across.surveyProperty().get()).map(it -> it.ghosts(0)).contains(26);
    assertThat(across.surveyProperty().get()).map(it -> it.faces(0)).contains(7);

    across.accept();

    assertThat(document().unsavedLabels()).containsOnlyKeys(0, 4, 9, 14, 19, 24, 29);
    assertThat(across.surveyProperty().get()).map(it -> it.ghosts(0)).contains(0);
    assertThat(notifications.shown()).hasSize(1);
    document().undo();
    assertThat(document().isDirty()).isFalse();
  }

  @Test
  void only_ghosts_that_are_sure_enough_are_accepted() {
    across.shownProperty().set(true);
    across.thresholdProperty().set(1);

    across.accept();

    assertThat(document().isDirty()).isFalse();
  }

  @Test
  void faces_outside_the_filter_are_left_alone() {
    document().setKeypoint(0, NOSE_TIP, Keypoint.visible(1, 1));
    session.filterProperty().set(FaceFilter.UNSAVED);
    across.shownProperty().set(true);
    across.thresholdProperty().set(0);

    across.accept();

    assertThat(document().annotation(4).isPlaced(NOSE_TIP)).isFalse();
  }

  @Test
  void a_model_is_asked_once_how_sure_it_is_when_many_ghosts_are_to_be_accepted() {
    ModelEntry model = model("cnn 1");
    assertThat(asked).isEmpty();

    across.shownProperty().set(true);
    document().setKeypoint(0, 0, Keypoint.unlabelled());

    assertThat(asked).containsExactly(model);
    assertThat(across.surveyProperty().get()).isPresent();
  }

  @Test
  void the_shape_of_an_unlabelled_set_is_learned_from_the_first_face() {
    session.close();
    session.open(
        OpenDataSet.of(FakeDataSet.of(Annotation.unlabelled(15), Annotation.unlabelled(15))));
    assertThat(ghosts.ghostsProperty().get()).isEmpty();
    document().setKeypoint(0, NOSE_TIP, Keypoint.visible(48, 57));

    session.selectedFaceProperty().set(1);

    assertThat(ghosts.ghostsProperty().get()).extracting(Ghost::keypoint).containsExactly(NOSE_TIP);
    assertThat(Optional.of(ghosts.ghostsProperty().get().getFirst().accepted()))
        .contains(Keypoint.visible(48, 57));
  }
}
