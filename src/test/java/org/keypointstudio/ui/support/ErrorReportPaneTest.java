package org.keypointstudio.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.project.settings.UserSettings;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.notification.Notification;
import org.keypointstudio.ui.notification.Notifications;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ErrorReportPaneTest {
  private final FakeDialogs dialogs = new FakeDialogs();
  private final Notifications notifications = new Notifications();
  private final ErrorReportViewModel model =
      new ErrorReportViewModel(
          new ErrorReportViewModel.Sources(
              () -> List.of("A data set of 3 faces is open."), List::of, UserSettings::defaults),
          dialogs,
          new CurrentThreadTaskExecutor(),
          notifications);
  private @TempDir Path folder;

  @Start
  void show(Stage stage) {
    stage.setScene(new Scene(new StackPane(new ErrorReportPane(model)), 1000, 700));
    stage.show();
  }

  @Test
  void tells_of_a_bug_and_saves_a_report_of_it(FxRobot robot) {
    Path target = folder.resolve("report.zip");
    dialogs.willChoose(target);
    robot.interact(() -> model.happened(new IllegalStateException("of /home/anna/faces.csv")));

    assertThat(model.shownProperty().get()).isTrue();
    assertThat(robot.lookup("Something went wrong that should not").tryQuery()).isPresent();
    assertThat(robot.lookup("#error-report-content").queryAs(TextArea.class).getText())
        .contains("java.lang.IllegalStateException", "A data set of 3 faces is open.")
        .doesNotContain("anna");

    robot.clickOn("#error-report-save");

    assertThat(target).isNotEmptyFile();
    assertThat(model.shownProperty().get()).isFalse();
  }

  @Test
  void a_bug_that_repeats_is_told_once(FxRobot robot) {
    for (int time = 0; time < 3; time++) {
      robot.interact(() -> model.happened(new IllegalStateException()));
      robot.interact(() -> model.shownProperty().set(false));
    }
    robot.interact(() -> model.happened(bug()));
    assertThat(model.shownProperty().get()).isTrue();
    robot.clickOn("#error-report-close");
    robot.interact(() -> model.happened(bug()));

    assertThat(model.shownProperty().get()).isFalse();
  }

  private static RuntimeException bug() {
    return new IllegalArgumentException();
  }

  @Test
  void says_when_memory_ran_out(FxRobot robot) {
    robot.interact(() -> model.happened(new IllegalStateException(new OutOfMemoryError("heap"))));

    assertThat(robot.lookup("There is not enough memory").tryQuery()).isPresent();
  }

  @Test
  void a_report_can_be_made_without_a_bug(FxRobot robot) {
    robot.interact(model::begin);

    assertThat(robot.lookup("Make an error report").tryQuery()).isPresent();
    assertThat(model.contentProperty().get()).contains("Nothing failed");
  }

  @Test
  void a_report_that_cannot_be_written_is_told_and_can_be_saved_elsewhere(FxRobot robot) {
    dialogs.willChoose(folder.resolve("none/report.zip"));
    robot.interact(model::begin);

    robot.clickOn("#error-report-save");

    assertThat(notifications.shown())
        .singleElement()
        .extracting(Notification::kind)
        .isEqualTo(Notification.Kind.PROBLEM);
    assertThat(model.shownProperty().get()).isTrue();
  }
}
