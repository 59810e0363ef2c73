package org.keypointstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.ui.canvas.ViewTransform;
import org.keypointstudio.ui.edit.EditViewModel.KeypointRow;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.session.StudioSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Places missing points in the window as a person does: with the mouse and the keys. */
@ExtendWith(ApplicationExtension.class)
class PointsTest {
  private static final Path FILE = Path.of("faces.csv");
  private static final int NOSE_TIP = 10;
  private static final int TOP_LIP = 13;

  private final FakeStore store = new FakeStore();
  private @TempDir Path home;
  private Studio studio;

  /** On the second and the third face the nose tip and the top lip are missing. */
  @Start
  void show_the_window(Stage stage) {
    double[] xy = new double[30];
    Arrays.setAll(xy, c -> 15 + (c * 37) % 67);
    Annotation complete = Annotation.ofCoordinates(xy);
    List<Annotation> annotations = new ArrayList<>();
    for (int face = 0; face < 3; face++) {
      annotations.add(
          face == 0
              ? complete
              : complete
                  .with(NOSE_TIP, Keypoint.unlabelled())
                  .with(TOP_LIP, Keypoint.unlabelled()));
    }
    store.put(FILE, new FakeDataSet(FILE, annotations));
    studio = new Studio(FakePorts.of(store, new FakeDialogs(), home), stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @BeforeEach
  void open_the_second_face(FxRobot robot) {
    robot.interact(
        () -> {
          studio.files().open(FILE);
          studio.workspaceProperty().set(Workspace.EDIT);
          session().selectedFaceProperty().set(1);
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private StudioSession session() {
    return studio.session();
  }

  private AnnotationDocument document() {
    return session().openDataSet().orElseThrow().document();
  }

  private Annotation truth() {
    return document().annotation(0);
  }

  private Point2D onScreen(FxRobot robot, double imageX, double imageY) {
    Node canvas = robot.lookup(".face-canvas").query();
    ViewTransform transform = studio.canvas().transformProperty().get();
    return canvas.localToScreen(transform.toCanvasX(imageX), transform.toCanvasY(imageY));
  }

  private static Node historyRow(FxRobot robot, int row) {
    return robot
        .lookup("#history .list-cell")
        .match((ListCell<?> it) -> !it.isEmpty() && it.getIndex() == row)
        .query();
  }

  @Test
  void a_click_on_the_history_takes_back_what_came_after_and_another_one_brings_it_again(
      FxRobot robot) {
    Annotation before = document().annotation(1);
    for (int step = 0; step < 3; step++) {
      int x = 20 + 10 * step;
      robot.interact(
          () -> {
            document().setKeypoint(1, NOSE_TIP, Keypoint.visible(x, 40));
            document().endStep();
          });
    }
    WaitForAsyncUtils.waitForFxEvents();

    robot.clickOn("History");
    robot.clickOn(historyRow(robot, 1));
    assertThat(document().annotation(1).keypoint(NOSE_TIP)).isEqualTo(Keypoint.visible(20, 40));

    robot.clickOn(historyRow(robot, 3));
    assertThat(document().annotation(1).keypoint(NOSE_TIP)).isEqualTo(Keypoint.visible(40, 40));

    robot.clickOn(historyRow(robot, 0));
    assertThat(document().annotation(1)).isEqualTo(before);
    assertThat(document().isDirty()).isFalse();
  }

  private Node cell(FxRobot robot, int keypoint, String column) {
    return robot
        .lookup(".keypoint-table .table-cell")
        .match(
            (TableCell<KeypointRow, ?> it) ->
                it.getTableColumn().getText().equals(column)
                    && it.getTableRow().getItem() != null
                    && it.getTableRow().getItem().index() == keypoint)
        .query();
  }

  @Test
  void a_double_click_accepts_a_ghost(FxRobot robot) {
    robot.doubleClickOn(onScreen(robot, truth().x(NOSE_TIP), truth().y(NOSE_TIP)));

    assertThat(document().annotation(1).x(NOSE_TIP)).isCloseTo(truth().x(NOSE_TIP), within(0.01));
    assertThat(document().labels(1).origin(NOSE_TIP)).isEqualTo(Origin.MEAN_SHAPE);
    assertThat(document().annotation(1).isPlaced(TOP_LIP)).isFalse();
  }

  @Test
  void keys_accept_a_ghost_or_all_ghosts_of_the_face(FxRobot robot) {
    robot.clickOn(onScreen(robot, truth().x(NOSE_TIP), truth().y(NOSE_TIP))).type(KeyCode.ENTER);
    assertThat(document().labels(1).origin(NOSE_TIP)).isEqualTo(Origin.MEAN_SHAPE);
    assertThat(session().selectedKeypointProperty().get()).isEqualTo(TOP_LIP);

    robot.type(KeyCode.D);
    robot.press(KeyCode.SHIFT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.SHIFT);
    assertThat(document().annotation(2).isComplete()).isTrue();
  }

  @Test
  void a_click_beside_the_ghost_of_the_chosen_keypoint_places_it_by_hand(FxRobot robot) {
    robot.type(KeyCode.N);
    robot.clickOn(onScreen(robot, truth().x(NOSE_TIP) + 0.5, truth().y(NOSE_TIP)));

    assertThat(document().labels(1).origin(NOSE_TIP)).isEqualTo(Origin.HAND);
    assertThat(document().annotation(1).x(NOSE_TIP))
        .isCloseTo(truth().x(NOSE_TIP) + 0.5, within(0.3));
  }

  @Test
  void guided_placing_names_each_point_and_needs_one_click_for_it(FxRobot robot) {
    robot.type(KeyCode.G);
    Label instruction = robot.lookup("#guide-instruction").queryAs(Label.class);
    assertThat(instruction.getText()).isEqualTo("Click the nose tip");

    robot.clickOn(onScreen(robot, 40, 50));
    robot.clickOn(onScreen(robot, 60, 20));

    assertThat(document().annotation(1).x(NOSE_TIP)).isCloseTo(40, within(0.3));
    assertThat(document().annotation(1).x(TOP_LIP)).isCloseTo(60, within(0.3));
    assertThat(session().selectedFaceProperty().get()).isEqualTo(2);
    robot.type(KeyCode.S);
    assertThat(instruction.getText()).isEqualTo("Click the mouth center top lip");
    robot.type(KeyCode.B).type(KeyCode.ENTER).type(KeyCode.X);
    assertThat(document().labels(2).origin(NOSE_TIP)).isEqualTo(Origin.MEAN_SHAPE);
    assertThat(document().annotation(2).visibility(TOP_LIP)).isEqualTo(Visibility.ABSENT);
    assertThat(instruction.isVisible() && instruction.getParent().isVisible()).isFalse();
  }

  @Test
  void a_coordinate_is_typed_in_the_table_and_a_bad_one_changes_nothing(FxRobot robot) {
    robot.doubleClickOn(cell(robot, 0, "x"));
    robot.write("31.25").type(KeyCode.ENTER);
    assertThat(document().annotation(1).x(0)).isEqualTo(31.25);

    robot.doubleClickOn(cell(robot, 0, "y"));
    robot.write("low");
    robot.type(KeyCode.ENTER);
    assertThat(document().annotation(1).y(0)).isEqualTo(truth().y(0));
    assertThat(studio.notifications().shown()).hasSize(1);
  }

  @Test
  void a_locked_point_cannot_be_dragged_or_cleared(FxRobot robot) {
    robot.clickOn(onScreen(robot, truth().x(0), truth().y(0))).type(KeyCode.L);

    robot.drag(onScreen(robot, truth().x(0), truth().y(0))).dropTo(onScreen(robot, 50, 50));
    robot.type(KeyCode.DELETE);

    assertThat(document().annotation(1).keypoint(0)).isEqualTo(truth().keypoint(0));
  }

  @Test
  void points_are_copied_from_a_face_that_is_named_by_its_number(FxRobot robot) {
    robot.press(KeyCode.SHIFT, KeyCode.C).release(KeyCode.C, KeyCode.SHIFT);
    robot.write("1").type(KeyCode.ENTER);

    assertThat(document().annotation(1)).isEqualTo(truth());
  }
}
