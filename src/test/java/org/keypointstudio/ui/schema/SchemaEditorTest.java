package org.keypointstudio.ui.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaDraft;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.StudioWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Changes the schema of a data set as a person does. */
@ExtendWith(ApplicationExtension.class)
class SchemaEditorTest {
  private static final String CSV =
      "file,left_eye_x,left_eye_y,right_eye_x,right_eye_y,nose_x,nose_y\n1.png,40,10,20,10,30,40\n";

  private @TempDir Path home;
  private Path data;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(image, "png", home.resolve("1.png").toFile());
    data = Files.writeString(home.resolve("faces.csv"), CSV);
    studio = new Studio(FakePorts.of(new DataSetFiles(), new FakeDialogs(), home), stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @BeforeEach
  void open_the_data_set_and_its_schema(FxRobot robot) throws Exception {
    robot.interact(() -> studio.files().open(data));
    waitFor(() -> studio.session().openDataSet().isPresent());
    robot.interact(
        () ->
            robot.lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> "SCHEMA".equals(item.getId()))
                .forEach(MenuItem::fire));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void waitFor(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private KeypointSchema schema() {
    return studio.session().openDataSet().orElseThrow().document().schema();
  }

  /** Clicks the keypoint that is the given share of the picture from its left and its top. */
  private static void clickPicture(FxRobot robot, double x, double y) {
    Node picture = robot.lookup("#schema-picture").query();
    Bounds bounds = picture.localToScreen(picture.getLayoutBounds());
    robot.clickOn(
        new Point2D(
            bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight()));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void a_line_that_is_drawn_by_two_clicks_and_an_order_are_there_once_applied(FxRobot robot)
      throws Exception {
    assertThat(robot.lookup("#schema-apply").queryButton().isDisabled()).isTrue();
    // The face is 30 pixels high and 20 wide, and the picture has a tenth of margin on each side.
    clickPicture(robot, 0.1 + 0.8 * (0.5 + 10 / 30.0), 0.1);
    clickPicture(robot, 0.1 + 0.8 * (0.5 - 10 / 30.0), 0.1);
    robot.interact(
        () -> {
          TableView<SchemaDraft.Entry> table = robot.lookup("#schema-table").queryTableView();
          table.getSelectionModel().select(2);
        });
    robot.clickOn("#schema-up").clickOn("#schema-up");
    robot.clickOn("#schema-apply");
    waitFor(() -> schema().keypointNames().getFirst().equals("nose"));

    assertThat(schema().keypointNames()).containsExactly("nose", "left_eye", "right_eye");
    assertThat(schema().skeleton()).containsExactly(new IndexPair(1, 2));
    assertThat(studio.session().openDataSet().orElseThrow().document().annotation(0).keypoint(0))
        .isEqualTo(Keypoint.visible(30, 40));
    assertThat(robot.lookup("#schema").tryQuery()).isEmpty();
    assertThat(data).hasContent(CSV);
  }

  private void select(FxRobot robot, int row) {
    TableView<SchemaDraft.Entry> table = robot.lookup("#schema-table").queryTableView();
    robot.interact(() -> table.getSelectionModel().select(row));
  }

  private void openEditor(FxRobot robot) {
    robot.clickOn("Edit").clickOn("#SCHEMA");
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void a_keypoint_that_is_removed_stays_in_the_file_and_can_come_back(FxRobot robot)
      throws Exception {
    select(robot, 1);
    robot.clickOn("#schema-remove").clickOn("#schema-apply");
    waitFor(() -> schema().size() == 2);
    assertThat(schema().keypointNames()).containsExactly("left_eye", "nose");
    assertThat(data).hasContent(CSV);

    openEditor(robot);
    robot.clickOn("#schema-missing").clickOn("right_eye").clickOn("#schema-apply");
    waitFor(() -> schema().size() == 3);

    assertThat(studio.session().openDataSet().orElseThrow().document().annotation(0).keypoint(2))
        .isEqualTo(Keypoint.visible(20, 10));
  }

  @Test
  void an_added_keypoint_that_has_labels_is_not_removed(FxRobot robot) throws Exception {
    robot.clickOn("#schema-add").clickOn("#schema-apply");
    waitFor(() -> schema().size() == 4);
    assertThat(schema().keypointNames().getLast()).isEqualTo("keypoint_4");
    robot.interact(
        () ->
            studio
                .session()
                .openDataSet()
                .orElseThrow()
                .document()
                .setKeypoint(0, 3, Keypoint.visible(5, 6)));

    openEditor(robot);
    select(robot, 3);
    robot.clickOn("#schema-remove");

    assertThat(robot.lookup("#schema-status").queryLabeled().getText())
        .contains("1 face has a label of keypoint_4", "clear them first");
    assertThat(robot.lookup("#schema-table").queryTableView().getItems()).hasSize(4);
  }

  @Test
  void what_was_changed_can_be_given_up(FxRobot robot) {
    TableView<SchemaDraft.Entry> table = robot.lookup("#schema-table").queryTableView();
    robot.interact(() -> table.getSelectionModel().select(0));
    robot.clickOn("#schema-down");
    assertThat(table.getItems().getFirst().name()).isEqualTo("right_eye");

    robot.clickOn("#schema-over");
    assertThat(table.getItems().getFirst().name()).isEqualTo("left_eye");
    robot.clickOn("#schema-guess").clickOn("#schema-cancel");
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(robot.lookup("#schema").tryQuery()).isEmpty();
    assertThat(schema().flipPairs()).containsExactly(new IndexPair(0, 1));
    assertThat(home.resolve("faces.csv.keypoint-studio/schema.json")).doesNotExist();
  }
}
