package org.keypointstudio.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.fake.FakeModels;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.FxUiThread;
import org.keypointstudio.ui.thread.UiThread;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CompareViewTest {
  private final MemoryDataSet faces = new MemoryDataSet(20);
  private final FakeModels fakes = new FakeModels(faces);
  private final ModelEntry rough = fakes.predicted("sequential 1", 0, 3, List.of(3, 4, 5));
  private final ModelEntry fine = fakes.predicted("cnn 2", 1, 1, List.of(3, 4, 5));
  private final StudioSession session = new StudioSession();
  private int visitsToTrain;

  @Start
  void show(Stage stage) {
    CompareViewModel viewModel =
        new CompareViewModel(
            session,
            new CurrentThreadTaskExecutor(),
            UiThread.direct(),
            new Notifications(),
            new CanvasViewModel());
    session.open(OpenDataSet.of(faces));
    CompareView view =
        new CompareView(
            viewModel,
            new FaceImages(Runnable::run, new FxUiThread()),
            () -> visitsToTrain++,
            () -> {});
    stage.setScene(new Scene(new StackPane(view), 1200, 700));
    stage.show();
  }

  private void addModels(FxRobot robot) {
    robot.interact(() -> session.models().addAll(rough, fine));
  }

  @Test
  void leads_to_training_while_there_is_no_model(FxRobot robot) {
    robot.clickOn("Go to Train");

    assertThat(visitsToTrain).isEqualTo(1);
  }

  @Test
  void shows_the_ground_truth_and_one_pane_a_model(FxRobot robot) {
    addModels(robot);

    assertThat(robot.lookup(".face-pane").queryAll()).hasSize(3);
    assertThat(robot.lookup("Ground truth").tryQuery()).isPresent();
  }

  @Test
  void steps_from_face_to_face(FxRobot robot) {
    addModels(robot);

    robot.clickOn("#compare-next");
    assertThat(robot.lookup("Face 1 of 3").tryQuery()).isPresent();
    robot.clickOn("#compare-next");
    assertThat(session.selectedFaceProperty().get()).isEqualTo(4);
    robot.clickOn("#compare-previous");
    assertThat(session.selectedFaceProperty().get()).isEqualTo(3);
  }

  @Test
  void hides_a_model_whose_box_is_cleared(FxRobot robot) {
    addModels(robot);
    CheckBox box = robot.from(robot.lookup("#compare-models")).lookup(".check-box").query();

    robot.clickOn(box);

    assertThat(rough.shownProperty().get()).isFalse();
    assertThat(robot.lookup(".face-pane").queryAll()).hasSize(2);
  }

  @Test
  void a_click_on_a_keypoints_row_selects_it_everywhere(FxRobot robot) {
    addModels(robot);

    robot.clickOn("nose tip");

    assertThat(session.selectedKeypointProperty().get())
        .isEqualTo(faces.schema().indexOf("nose_tip"));
  }

  private void choose(FxRobot robot, PaneLayout layout) {
    robot.interact(
        () -> robot.lookup("#compare-layout").<PaneLayout>queryComboBox().setValue(layout));
  }

  @Test
  void lays_all_models_over_one_face(FxRobot robot) {
    addModels(robot);

    choose(robot, PaneLayout.OVERLAY);

    assertThat(robot.lookup(".face-pane").queryAll()).hasSize(1);
    assertThat(robot.from(robot.lookup(".face-pane-title")).lookup("cnn 2").tryQuery()).isPresent();
    assertThat(robot.from(robot.lookup(".face-pane-title")).lookup("sequential 1").tryQuery())
        .isPresent();
  }

  @Test
  void lets_the_models_take_turns_on_one_face(FxRobot robot) throws Exception {
    addModels(robot);

    choose(robot, PaneLayout.FLICKER);

    for (String name : List.of("sequential 1", "cnn 2", "sequential 1")) {
      WaitForAsyncUtils.waitFor(
          5,
          TimeUnit.SECONDS,
          () -> robot.from(robot.lookup(".face-pane-title")).lookup(name).tryQuery().isPresent());
    }
  }
}
