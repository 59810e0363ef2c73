package org.keypointstudio.ui.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.ui.chart.HistogramChart;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.StudioWindow;
import org.keypointstudio.ui.shell.Workspace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Goes from charts to faces as a person does. */
@ExtendWith(ApplicationExtension.class)
class StatisticsViewTest {
  private final FakeDialogs dialogs = new FakeDialogs();
  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) {
    studio = new Studio(FakePorts.of(new FakeStore(), dialogs, home), stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(720);
  }

  @BeforeEach
  void look_at_the_statistics_of_ten_faces(FxRobot robot) {
    robot.interact(() -> studio.session().open(OpenDataSet.of(new MemoryDataSet(10))));
    robot.clickOn("#rail-STATISTICS");
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void assertShown(Integer... faces) {
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(studio.workspaceProperty().get()).isEqualTo(Workspace.BROWSE);
    assertThat(studio.session().shownFaces()).containsExactly(faces);
  }

  @Test
  void a_click_on_the_empty_part_of_a_bar_shows_the_faces_without_the_point(FxRobot robot) {
    robot.clickOn("#bar-missing-6");
    assertShown(4, 9);

    robot.clickOn("#chosen-faces");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(studio.session().shownFaces()).hasSize(10);
  }

  @Test
  void browse_leads_to_all_statistics(FxRobot robot) {
    robot.clickOn("#rail-BROWSE").clickOn("#all-statistics");

    assertThat(studio.workspaceProperty().get()).isEqualTo(Workspace.STATISTICS);
  }

  @Test
  void enter_on_a_missing_pattern_shows_its_faces(FxRobot robot) {
    robot.clickOn("#missing-patterns").type(KeyCode.HOME);
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    assertShown(4, 9);
  }

  @Test
  void a_bar_of_a_histogram_is_chosen_with_the_keyboard(FxRobot robot) {
    robot.clickOn("#statistics-images-and-pose");
    HistogramChart chart = robot.lookup(".histogram-chart").nth(5).queryAs(HistogramChart.class);
    robot.interact(chart::requestFocus);

    robot.type(KeyCode.PAGE_DOWN, KeyCode.ENTER);

    assertShown(4, 9);
    assertThat(studio.session().chosenFacesProperty().get().orElseThrow().name())
        .isEqualTo("Labelled points 11 to 12");
  }

  @Test
  void a_line_around_all_points_of_the_cloud_shows_all_faces(FxRobot robot) {
    robot.clickOn("#statistics-similarity");
    WaitForAsyncUtils.waitForFxEvents();
    Bounds cloud = onScreen(robot, "#similarity-cloud");

    robot.moveTo(cloud.getMinX() + 8, cloud.getMinY() + 8).press(MouseButton.PRIMARY);
    robot.moveTo(cloud.getMaxX() - 8, cloud.getMinY() + 8);
    robot.moveTo(cloud.getMaxX() - 8, cloud.getMaxY() - 8);
    robot.moveTo(cloud.getMinX() + 8, cloud.getMaxY() - 8).release(MouseButton.PRIMARY);

    assertShown(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(studio.session().chosenFacesProperty().get()).isPresent();
  }

  private static Bounds onScreen(FxRobot robot, String query) {
    Node node = robot.lookup(query).query();
    return node.localToScreen(node.getLayoutBounds());
  }

  @Test
  void the_numbers_and_the_picture_of_a_chart_are_exported(FxRobot robot) throws Exception {
    Path table = home.resolve("counts.csv");
    Path picture = home.resolve("counts.png");
    dialogs.willChoose(table);
    robot.clickOn("#labelled-faces-by-keypoint-export").clickOn("#labelled-faces-by-keypoint-csv");
    dialogs.willChoose(picture);
    robot.clickOn("#labelled-faces-by-keypoint-export").clickOn("#labelled-faces-by-keypoint-png");
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(Files.readAllLines(table))
        .hasSize(16)
        .startsWith("keypoint,labelled,missing", "left_eye_center,10,0");
    assertThat(picture).isNotEmptyFile();
  }
}
