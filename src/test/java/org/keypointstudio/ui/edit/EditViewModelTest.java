package org.keypointstudio.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.BatchChange;
import org.keypointstudio.edit.LabelsChange;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.tools.KeypointEditingViewModel;
import org.keypointstudio.ui.edit.EditViewModel.HistoryRow;
import org.keypointstudio.ui.edit.EditViewModel.KeypointRow;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.ghost.GhostsViewModel;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class EditViewModelTest {
  private static final int NOSE_TIP = 10;
  private static final int TOP_LIP = 13;

  private final StudioSession session = new StudioSession();
  private final GhostsViewModel ghosts =
      new GhostsViewModel(session, new CurrentThreadTaskExecutor(), _ -> {});
  private final KeypointEditingViewModel editing =
      new KeypointEditingViewModel(session, ghosts.ghostsProperty()::get);
  private final EditViewModel model =
      new EditViewModel(session, new CanvasViewModel(), editing, ghosts);

  @BeforeEach
  void open_a_face_with_a_nose_tip_after_one_that_has_a_lip_too() {
    Annotation nose = Annotation.unlabelled(15).with(NOSE_TIP, Keypoint.visible(48, 57));
    session.open(
        OpenDataSet.of(FakeDataSet.of(nose.with(TOP_LIP, Keypoint.visible(48, 70)), nose)));
    session.selectedFaceProperty().set(1);
  }

  private AnnotationDocument document() {
    return session.openDataSet().orElseThrow().document();
  }

  private KeypointRow row(int keypoint) {
    return model.keypointRows().get(keypoint);
  }

  @Test
  void each_row_tells_who_said_where_its_keypoint_is() {
    assertThat(row(NOSE_TIP).from()).isEqualTo("file");
    assertThat(row(0).from()).isEmpty();

    document().setKeypoint(1, NOSE_TIP, Keypoint.visible(1, 2));
    document().setKeypoint(1, 0, Keypoint.visible(3, 4), Origin.model("cnn-003"));
    document().setKeypoint(1, 1, Keypoint.absent());

    assertThat(row(NOSE_TIP).from()).isEqualTo("hand");
    assertThat(row(0).from()).isEqualTo("cnn-003");
    assertThat(row(1).from()).isEqualTo("hand");
  }

  @Test
  void a_ghost_is_told_apart_from_a_label() {
    assertThat(row(TOP_LIP).ghost()).isTrue();
    assertThat(row(TOP_LIP).from()).startsWith("ghost");
    assertThat(row(TOP_LIP).y()).isEqualTo(70);

    ghosts.accept(TOP_LIP);

    assertThat(row(TOP_LIP).ghost()).isFalse();
    assertThat(row(TOP_LIP).from()).isEqualTo("mean shape");
  }

  @Test
  void what_is_being_dragged_is_by_hand() {
    editing.press(48, 70, 2);
    editing.dragTo(50, 71);

    assertThat(row(TOP_LIP).from()).isEqualTo("hand");
    assertThat(row(TOP_LIP).ghost()).isFalse();
    assertThat(document().isDirty()).isFalse();
  }

  @Test
  void the_history_names_each_step_and_any_of_them_can_be_gone_to() {
    assertThat(model.historyRows()).isEmpty();
    document().setKeypoint(1, TOP_LIP, Keypoint.visible(1, 1));
    FaceLabels first = document().labels(0);
    FaceLabels second = document().labels(1);
    document()
        .apply(
            new BatchChange(
                List.of(
                    new LabelsChange(
                        0, first, first.with(0, Keypoint.visible(1, 1), Origin.HAND), "Accept"),
                    new LabelsChange(
                        1, second, second.with(0, Keypoint.visible(1, 1), Origin.HAND), "Accept")),
                "Accept 2 ghosts"));

    assertThat(model.historyRows())
        .extracting(HistoryRow::text)
        .containsExactly(
            "As opened", "Place mouth center top lip — row 2", "Accept 2 ghosts — 2 faces");

    model.goToHistory(1);
    assertThat(document().annotation(0).isPlaced(0)).isFalse();
    assertThat(document().annotation(1).isPlaced(TOP_LIP)).isTrue();
    assertThat(model.historyRows())
        .extracting(HistoryRow::undone)
        .containsExactly(false, false, true);

    model.goToHistory(0);
    assertThat(document().isDirty()).isFalse();
  }

  @Test
  void the_hint_says_how_to_accept_a_ghost_and_how_to_unlock_a_keypoint() {
    session.selectedKeypointProperty().set(TOP_LIP);
    assertThat(model.hint()).contains("mouth center top lip", "Enter");

    document().setLabels(1, document().labels(1).withLocked(Set.of(NOSE_TIP)), "Lock nose tip");
    session.selectedKeypointProperty().set(NOSE_TIP);
    assertThat(model.hint()).contains("nose tip is locked");
  }
}
