package org.keypointstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.notification.Notification;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the window says when something is not as it should be. */
@ExtendWith(ApplicationExtension.class)
class ProblemsTest {
  private static final Path FILE = Path.of("anna-s-faces.csv");

  private final FakeStore store = new FakeStore();
  private final FakeDialogs dialogs = new FakeDialogs();
  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) throws IOException {
    Files.writeString(home.resolve("settings.json"), "not settings");
    store.put(FILE, new FakeDataSet(FILE, List.of(Annotation.unlabelled(15))));
    studio = new Studio(FakePorts.of(store, dialogs, home), stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @Test
  void settings_that_cannot_be_understood_are_told(FxRobot robot) {
    assertThat(studio.notifications().shown())
        .singleElement()
        .extracting(Notification::message)
        .asString()
        .contains("settings.json.unreadable");
  }

  @Test
  void a_bug_is_told_over_the_workspace_and_the_window_goes_on(FxRobot robot) {
    robot.interact(() -> studio.files().open(FILE));
    robot.interact(() -> studio.reports().happened(new IllegalStateException("of Anna")));

    TextArea content = robot.lookup("#error-report-content").queryAs(TextArea.class);
    assertThat(content.getText())
        .contains("A data set of 1 faces with 15 keypoints is open", "IllegalStateException")
        .doesNotContain("anna-s-faces", "Anna");

    robot.clickOn("#error-report-close");
    assertThat(robot.lookup("#error-report").tryQuery()).isEmpty();
    robot.clickOn("#rail-EDIT");
    assertThat(studio.workspaceProperty().get()).isEqualTo(Workspace.EDIT);
  }

  @Test
  void a_report_can_be_asked_for_from_the_help_menu(FxRobot robot) {
    Path target = home.resolve("report.zip");
    dialogs.willChoose(target);

    robot.clickOn("Help").clickOn("Make an error report…");
    robot.clickOn("#error-report-save");

    assertThat(target).isNotEmptyFile();
  }
}
