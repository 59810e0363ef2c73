package org.keypointstudio.ui.next;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keypointstudio.audit.next.FaceSuggestion;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.fake.FakeModels;
import org.keypointstudio.ui.fake.FakePredictor;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.notification.Notification;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class NextFacesViewModelTest {
  private final MemoryDataSet faces = new MemoryDataSet(20);
  private final StudioSession session = new StudioSession();
  private final Notifications notifications = new Notifications();
  private final ModelEntry model = new FakeModels(faces).withoutPredictions("cnn 1", 0, List.of());
  private int visitsToEdit;

  @BeforeEach
  void open() {
    session.open(OpenDataSet.of(faces));
  }

  private NextFacesViewModel viewModel(PredictorLoader loader) {
    return new NextFacesViewModel(
        session, new CurrentThreadTaskExecutor(), loader, notifications, () -> visitsToEdit++);
  }

  private NextFacesViewModel viewModel() {
    // Each predictor is asked once for the four incomplete faces in each way.
    return viewModel(_ -> new FakePredictor(new MemoryDataSet(40), 2, 5));
  }

  private List<String> messages() {
    return notifications.shown().stream().map(Notification::message).toList();
  }

  @Test
  void the_faces_with_missing_points_are_shown_alone_where_they_are_labelled() {
    session.models().add(model);

    viewModel().suggest();

    assertThat(session.shownFaces()).containsExactlyInAnyOrder(4, 9, 14, 19);
    assertThat(session.shownFaces()).contains(session.selectedFaceProperty().get());
    assertThat(visitsToEdit).isEqualTo(1);
    assertThat(messages()).singleElement().asString().startsWith("4 faces are worth");
  }

  @Test
  void without_a_model_the_faces_to_begin_with_are_shown() {
    viewModel().suggest();

    assertThat(session.shownFaces()).containsExactlyInAnyOrder(4, 9, 14, 19);
    assertThat(messages()).singleElement().asString().contains("to begin with", "Show a model");
  }

  @Test
  void the_faces_are_stepped_through_in_the_order_in_which_to_label_them() {
    session.models().add(model);
    NextFacesViewModel viewModel = viewModel();
    viewModel.suggest();
    List<Integer> order = viewModel.suggestions().stream().map(FaceSuggestion::face).toList();

    assertThat(session.shownFaces()).isEqualTo(order);
    session.stepFace(1);

    assertThat(session.selectedFaceProperty().get()).isEqualTo(order.get(1));
    assertThat(viewModel.selected()).contains(viewModel.suggestions().get(1));
  }

  @Test
  void who_shows_all_faces_comes_back_by_choosing_one_of_the_list() {
    NextFacesViewModel viewModel = viewModel();
    viewModel.suggest();
    session.chosenFacesProperty().set(Optional.empty());
    assertThat(session.shownFaces()).hasSize(20);

    viewModel.select(viewModel.suggestions().get(2));

    assertThat(session.shownFaces()).hasSize(4);
    assertThat(session.selectedFaceProperty().get())
        .isEqualTo(viewModel.suggestions().get(2).face());
  }

  @Test
  void labelled_faces_are_counted_and_another_data_set_ends_the_list() {
    NextFacesViewModel viewModel = viewModel();
    viewModel.suggest();
    int face = viewModel.suggestions().getFirst().face();
    assertThat(viewModel.labelledCount()).isZero();

    for (int keypoint = 0; keypoint < 15; keypoint++) {
      session
          .openDataSet()
          .orElseThrow()
          .document()
          .setKeypoint(face, keypoint, Keypoint.visible(20 + keypoint, 30));
    }
    assertThat(viewModel.labelledCount()).isEqualTo(1);

    session.open(OpenDataSet.of(new MemoryDataSet(5)));
    assertThat(viewModel.suggestions()).isEmpty();
  }

  @Test
  void where_all_is_labelled_there_is_nothing_to_suggest() {
    session.models().add(model);
    AnnotationDocument document = session.openDataSet().orElseThrow().document();
    for (int face = 4; face < 20; face += 5) {
      for (int keypoint = 0; keypoint < 15; keypoint++) {
        document.setKeypoint(face, keypoint, Keypoint.visible(20 + keypoint, 30));
      }
    }

    viewModel().suggest();

    assertThat(messages()).singleElement().asString().contains("nothing to suggest");
    assertThat(visitsToEdit).isZero();
  }

  @Test
  void a_run_that_cannot_be_read_is_told() {
    session.models().add(model);

    viewModel(
            folder -> {
              throw new IOException(folder + " is not a whole run.");
            })
        .suggest();

    assertThat(messages()).singleElement().asString().contains("is not a whole run.");
  }
}
