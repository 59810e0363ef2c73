package org.keypointstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person sees of the journal, of another window, and of a file that changed outside. */
@ExtendWith(ApplicationExtension.class)
class SafetyViewTest {
  private static final Path FILE = Path.of("faces.csv");
  private static final Annotation NOTHING = Annotation.unlabelled(15);
  private static final Keypoint MINE = Keypoint.visible(30, 40);
  private static final Keypoint THEIRS = Keypoint.visible(50, 60);

  private final FakeStore store = new FakeStore();
  private @TempDir Path home;
  private Stage stage;
  private Studio studio;

  @Start
  void show_the_window(Stage shown) {
    store.put(FILE, new FakeDataSet(FILE, List.of(NOTHING, NOTHING, NOTHING)));
    stage = shown;
    studio = new Studio(FakePorts.of(store, new FakeDialogs(), home), stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(800);
    studio.files().open(FILE);
  }

  @AfterEach
  void let_go_of_the_data_set(FxRobot robot) {
    robot.interact(() -> studio.end());
  }

  private AnnotationDocument document() {
    return studio.session().openDataSet().orElseThrow().document();
  }

  private static void waitForFrames() {
    WaitForAsyncUtils.waitForFxEvents(20);
  }

  @Test
  void the_status_bar_says_when_the_journal_was_written(FxRobot robot) {
    robot.interact(() -> document().setKeypoint(0, 0, MINE));
    waitForFrames();

    assertThat(robot.lookup("#journal-state").queryAs(Label.class).getText())
        .matches("Journal saved \\d\\d:\\d\\d:\\d\\d");
  }

  @Test
  void a_second_window_says_why_nothing_can_be_edited(FxRobot robot) {
    robot.interact(
        () -> {
          Studio second = new Studio(FakePorts.of(store, new FakeDialogs(), home), () -> {});
          second.files().open(FILE);
          second.workspaceProperty().set(Workspace.EDIT);
          stage.setScene(second.scene());
        });
    waitForFrames();

    assertThat(robot.lookup("#banner-READ_ONLY .label").queryAs(Label.class).getText())
        .contains("is being edited in another window");
    assertThat(robot.lookup("Try again").tryQuery()).isPresent();
  }

  @Test
  void conflicts_are_shown_and_settled_in_the_window(FxRobot robot) {
    robot.interact(
        () -> {
          document().setKeypoint(0, 0, MINE);
          document().setKeypoint(2, 0, MINE);
        });
    Annotation other = NOTHING.with(0, THEIRS);
    store.changeOutside(FILE, new FakeDataSet(FILE, List.of(other, other, other)));
    robot.interact(studio::comeBack);
    waitForFrames();

    robot.clickOn("Merge…");
    waitForFrames();
    robot.clickOn("#merge-rest-THEIRS");
    robot.clickOn("#merge-mine");
    robot.clickOn("#merge-apply");
    waitForFrames();

    assertThat(document().snapshot()).containsExactly(NOTHING.with(0, MINE), other, other);
    assertThat(robot.lookup("#merge").tryQuery()).isEmpty();
    assertThat(robot.lookup("#banner-CHANGED_OUTSIDE").tryQuery()).isEmpty();
  }

  @Test
  void the_menu_restores_backups_and_says_how_many_are_kept(FxRobot robot) {
    robot.clickOn("File");
    waitForFrames();

    assertThat(robot.lookup("#" + StudioAction.RESTORE_BACKUP.name()).tryQuery()).isPresent();
    assertThat(robot.lookup("Backups to keep").tryQuery()).isPresent();
  }
}
