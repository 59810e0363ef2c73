package org.keypointstudio.ui.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.StudioWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Exports a data set with keypoints that a person makes of its own. */
@ExtendWith(ApplicationExtension.class)
class MappingPaneTest {
  /** The second format is a folder of images and a CSV file. */
  private static final int CSV = 1;

  private static final int LEAVE_IMAGES = 1;
  private static final int OTHER_KEYPOINTS = 1;

  private final FakeDialogs dialogs = new FakeDialogs();
  private @TempDir Path home;
  private Path out;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(image, "png", home.resolve("1.png").toFile());
    Files.writeString(
        home.resolve("faces.csv"), "file,a_x,a_y,b_x,b_y,c_x,c_y\n1.png,10,20,30,40,50,60\n");
    out = home.resolve("mapped.csv");
    studio = new Studio(FakePorts.of(new DataSetFiles(), dialogs, home), stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @BeforeEach
  void ask_for_an_export_with_other_keypoints(FxRobot robot) throws Exception {
    robot.interact(() -> studio.files().open(home.resolve("faces.csv")));
    waitFor(() -> studio.session().openDataSet().isPresent());
    dialogs.willChooseEntriesInTurn(CSV, LEAVE_IMAGES, OTHER_KEYPOINTS);
    dialogs.willChoose(out);
    robot.push(KeyCode.CONTROL, KeyCode.E);
    waitFor(() -> robot.lookup("#mapping").tryQuery().isPresent());
  }

  private static void waitFor(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void edit(FxRobot robot, int row, int column, String text) {
    TableView<Integer> table = robot.lookup("#mapping-table").queryTableView();
    robot.interact(() -> table.edit(row, table.getColumns().get(column)));
    robot.write(text).type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void the_mean_of_two_keypoints_is_exported_under_its_name(FxRobot robot) throws Exception {
    robot.interact(
        () -> robot.lookup("#mapping-table").queryTableView().getSelectionModel().select(0));
    robot.clickOn("#mapping-remove");
    robot.clickOn("#mapping-add");
    edit(robot, 2, 1, "middle");
    edit(robot, 2, 2, "a c");
    assertThat(robot.lookup("mean of a, c").tryQuery()).isPresent();

    robot.clickOn("#mapping-export");
    waitFor(() -> Files.exists(out));

    FaceDataSet mapped = new DataSetFiles().open(out, TaskContext.unattended());
    assertThat(mapped.schema().keypointNames()).containsExactly("b", "c", "middle");
    assertThat(mapped.annotation(0)).isEqualTo(Annotation.ofCoordinates(30, 40, 50, 60, 30, 40));
  }

  @Test
  void a_table_with_a_mistake_cannot_be_exported(FxRobot robot) {
    edit(robot, 0, 2, "chin");

    assertThat(robot.lookup("#mapping-status").queryLabeled().getText())
        .contains("has no keypoint chin");
    assertThat(robot.lookup("#mapping-export").queryButton().isDisabled()).isTrue();
  }

  @Test
  void nothing_is_written_when_it_is_given_up(FxRobot robot) {
    robot.clickOn("#mapping-cancel");

    assertThat(robot.lookup("#mapping").tryQuery()).isEmpty();
    assertThat(out).doesNotExist();
  }
}
