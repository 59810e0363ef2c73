package org.keypointstudio.ui.next;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    assertThat(session.shownFaces()).containsExactly(4, 9, 14, 19);
    assertThat(session.shownFaces()).contains(session.selectedFaceProperty().get());
    assertThat(visitsToEdit).isEqualTo(1);
    assertThat(messages()).singleElement().asString().startsWith("4 faces are worth");
  }

  @Test
  void without_a_model_the_person_is_told_what_to_do() {
    viewModel().suggest();

    assertThat(session.shownFaces()).hasSize(20);
    assertThat(messages()).singleElement().asString().contains("train a model");
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
