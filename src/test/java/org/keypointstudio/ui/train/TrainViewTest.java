package org.keypointstudio.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePredictor;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.fake.ScriptedTrainer;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.task.WindowTaskExecutor;
import org.keypointstudio.ui.thread.FxUiThread;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TrainViewTest {
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final StudioSession session = new StudioSession();
  private final Notifications notifications = new Notifications();
  private final FakeDialogs dialogs = new FakeDialogs();
  private @TempDir Path home;

  @Start
  void show(Stage stage) {
    MemoryDataSet faces = new MemoryDataSet(20);
    FxUiThread uiThread = new FxUiThread();
    WindowTaskExecutor executor = new WindowTaskExecutor(workers, uiThread);
    TrainViewModel viewModel =
        new TrainViewModel(
            session,
            new TrainServices(
                executor,
                new WindowTaskExecutor(Runnable::run, uiThread),
                ScriptedTrainer.untilStopped(),
                new ModelPredictions(
                    session, executor, _ -> new FakePredictor(faces, 1, 3), notifications),
                (_, model) -> runFolder(model),
                dialogs,
                uiThread,
                notifications,
                InstantSource.system()));
    session.open(OpenDataSet.of(faces));
    stage.setScene(new Scene(new StackPane(new TrainView(viewModel, () -> {})), 1200, 700));
    stage.show();
  }

  private Path runFolder(ModelKind model) {
    return home.resolve(model.id() + "-" + (1 + session.models().size()));
  }

  @AfterEach
  void endWorkers() {
    workers.shutdownNow();
  }

  private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean canBeClicked(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().filter(node -> !node.isDisabled()).isPresent();
  }

  @Test
  void a_run_is_started_stopped_and_becomes_a_model(FxRobot robot) throws TimeoutException {
    robot.clickOn("#train-start");
    waitUntil(() -> canBeClicked(robot, "#train-stop"));
    assertThat(session.models()).isEmpty();
    robot.clickOn("#train-stop");

    waitUntil(() -> !session.models().isEmpty());

    assertThat(robot.lookup("#train-start").query().isVisible()).isTrue();
    assertThat(robot.lookup("#train-retrain").query().isVisible()).isTrue();
    assertThat(robot.lookup(".run-cell").queryAll()).isNotEmpty();
  }

  @Test
  void a_cancelled_run_leaves_nothing(FxRobot robot) throws TimeoutException {
    robot.clickOn("#train-start");
    waitUntil(() -> canBeClicked(robot, "#train-cancel"));
    robot.clickOn("#train-cancel");

    waitUntil(() -> !notifications.shown().isEmpty());

    assertThat(notifications.shown().getFirst().message())
        .isEqualTo("cnn 1 was cancelled. Nothing of it was kept.");
    assertThat(session.models()).isEmpty();
    assertThat(robot.lookup("No runs yet").tryQuery()).isPresent();
  }

  @Test
  void a_number_that_does_not_fit_holds_the_run_back(FxRobot robot) {
    robot.interact(
        () -> robot.lookup("#train-epochs").queryAs(TextInputControl.class).setText("many"));

    assertThat(robot.lookup("#train-start").query().isDisabled()).isTrue();
    assertThat(robot.lookup("Epochs: expected a whole number from 1 to 100,000.").tryQuery())
        .isPresent();
  }

  @Test
  void a_curve_is_hidden_by_a_click_on_its_name(FxRobot robot) throws TimeoutException {
    robot.clickOn("#train-start");
    waitUntil(() -> canBeClicked(robot, "#train-stop"));

    robot.clickOn("Training, batches");

    assertThat(robot.lookup("Training, batches").queryAs(javafx.scene.control.ToggleButton.class))
        .matches(item -> !item.isSelected());
    robot.clickOn("#train-cancel");
    waitUntil(() -> !notifications.shown().isEmpty());
  }
}
