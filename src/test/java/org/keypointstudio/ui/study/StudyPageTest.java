package org.keypointstudio.ui.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.project.study.StudyRunner;
import org.keypointstudio.ui.fake.FakeDialogs;
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
class StudyPageTest {
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final StudioSession session = new StudioSession();
  private final AtomicBoolean done = new AtomicBoolean();
  private @TempDir Path folder;

  @Start
  void show(Stage stage) {
    MemoryDataSet faces = new MemoryDataSet(10);
    FxUiThread uiThread = new FxUiThread();
    StudyViewModel viewModel =
        new StudyViewModel(
            session,
            new WindowTaskExecutor(workers, uiThread),
            new StudyRunner(ScriptedTrainer.quick(), _ -> new SamePlace(faces.schema())),
            _ -> folder,
            new PreparedStudy(
                new FakeDialogs(), new WindowTaskExecutor(workers, uiThread), new Notifications()),
            new Notifications(),
            uiThread);
    session.open(OpenDataSet.of(faces));
    stage.setScene(new Scene(new StudyPage(viewModel, () -> done.set(true)), 1000, 640));
    stage.show();
  }

  @AfterEach
  void endWorkers() {
    workers.shutdownNow();
  }

  private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void recipes_are_ticked_run_and_listed_with_their_errors(FxRobot robot) throws TimeoutException {
    robot.clickOn("Complete rows only");
    robot.clickOn("Strong");
    robot.interact(() -> robot.lookup("#study-seeds").queryAs(Spinner.class).decrement());

    robot.clickOn("#study-start");

    TableView<StudyLine> table = robot.lookup("#study-table").queryTableView();
    waitUntil(
        () ->
            table.getItems().size() == 2
                && table.getItems().stream().allMatch(line -> line.runs().size() == 2));
    assertThat(table.getItems())
        .extracting(StudyLine::recipe)
        .containsExactly(
            "Compact · All rows, holes masked · no augmentation",
            "Compact · All rows, holes masked · flips only");
    assertThat(table.getColumns().get(2).getCellData(0).toString()).contains(" ± ");
  }

  @Test
  void nothing_ticked_holds_the_start_back(FxRobot robot) {
    robot.clickOn("Compact");

    assertThat(robot.lookup("#study-start").query().isDisabled()).isTrue();
    assertThat(
            robot
                .lookup("Tick at least one network, one kind of rows and one variation.")
                .tryQuery())
        .isPresent();
  }

  @Test
  void a_study_that_comes_with_the_program_is_chosen_and_left_again(FxRobot robot)
      throws TimeoutException {
    robot.clickOn("#study-ready-made").clickOn("ingredients");
    waitUntil(() -> robot.lookup("• no local warp").tryQuery().isPresent());

    assertThat(robot.lookup("12 recipes × 3 seeds = 36 runs of 12 to 39 epochs").tryQuery())
        .isPresent();

    robot.clickOn("#study-ready-made").clickOn("What I tick");
    waitUntil(
        () -> robot.lookup("6 recipes × 3 seeds = 18 runs of 20 epochs").tryQuery().isPresent());
  }

  @Test
  void done_leads_back(FxRobot robot) {
    robot.clickOn("#study-done");

    assertThat(done).isTrue();
  }
}
