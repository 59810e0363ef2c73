package org.keypointstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.canvas.ViewTransform;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.session.FaceFilter;
import org.keypointstudio.ui.session.StudioSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Uses the window as a person does: with the mouse and the keys. */
@ExtendWith(ApplicationExtension.class)
class StudioViewTest {
  private static final Path FILE = Path.of("faces.csv");
  private static final int NOSE_TIP = 10;

  private final FakeStore store = new FakeStore();
  private final FakeDialogs dialogs = new FakeDialogs();
  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) {
    List<Annotation> annotations = new ArrayList<>();
    for (int face = 0; face < 40; face++) {
      annotations.add(
          Annotation.unlabelled(15)
              .with(0, Keypoint.visible(66, 37))
              .with(NOSE_TIP, Keypoint.visible(48, 57)));
    }
    store.put(FILE, new FakeDataSet(FILE, annotations));
    studio = new Studio(FakePorts.of(store, dialogs, home), stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @BeforeEach
  void open_the_data_set(FxRobot robot) {
    robot.interact(() -> studio.files().open(FILE));
  }

  private StudioSession session() {
    return studio.session();
  }

  private AnnotationDocument document() {
    return session().openDataSet().orElseThrow().document();
  }

  private Node edit(FxRobot robot) {
    robot.clickOn("#rail-EDIT");
    WaitForAsyncUtils.waitForFxEvents();
    return robot.lookup(".face-canvas").query();
  }

  private Point2D onScreen(Node canvas, double imageX, double imageY) {
    ViewTransform transform = studio.canvas().transformProperty().get();
    return canvas.localToScreen(transform.toCanvasX(imageX), transform.toCanvasY(imageY));
  }

  @Test
  void dragging_a_keypoint_moves_its_label_and_undo_puts_it_back(FxRobot robot) {
    Node canvas = edit(robot);

    robot
        .moveTo(onScreen(canvas, 48, 57))
        .press(MouseButton.PRIMARY)
        .moveTo(onScreen(canvas, 40, 50))
        .release(MouseButton.PRIMARY);

    Keypoint moved = document().annotation(0).keypoint(NOSE_TIP);
    assertThat(moved.x()).isCloseTo(40, within(0.3));
    assertThat(moved.y()).isCloseTo(50, within(0.3));
    assertThat(session().dirtyProperty().get()).isTrue();

    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    assertThat(document().annotation(0).keypoint(NOSE_TIP)).isEqualTo(Keypoint.visible(48, 57));
    assertThat(session().dirtyProperty().get()).isFalse();
  }

  @Test
  void n_and_clicks_place_missing_keypoints_one_after_the_other(FxRobot robot) {
    Node canvas = edit(robot);

    robot.type(KeyCode.N);
    int first = session().selectedKeypointProperty().get();
    robot.clickOn(onScreen(canvas, 20, 30));
    int second = session().selectedKeypointProperty().get();
    robot.clickOn(onScreen(canvas, 25, 80));

    assertThat(first).isEqualTo(1);
    assertThat(second).isEqualTo(2);
    assertThat(document().annotation(0).placedCount()).isEqualTo(4);
    assertThat(document().annotation(0).x(2)).isCloseTo(25, within(0.3));
  }

  @Test
  void arrows_nudge_a_selected_keypoint_and_change_the_face_otherwise(FxRobot robot) {
    Node canvas = edit(robot);

    robot.type(KeyCode.RIGHT);
    assertThat(session().selectedFaceProperty().get()).isEqualTo(1);

    robot.clickOn(onScreen(canvas, 48, 57)).type(KeyCode.RIGHT).type(KeyCode.UP);
    assertThat(document().annotation(1).keypoint(NOSE_TIP))
        .isEqualTo(Keypoint.visible(48.25, 56.75));

    robot.type(KeyCode.ESCAPE).type(KeyCode.A);
    assertThat(session().selectedFaceProperty().get()).isZero();
  }

  @Test
  void a_right_click_marks_a_keypoint_as_occluded_and_delete_clears_it(FxRobot robot) {
    Node canvas = edit(robot);

    robot.rightClickOn(onScreen(canvas, 48, 57));
    assertThat(document().annotation(0).visibility(NOSE_TIP)).isEqualTo(Visibility.OCCLUDED);

    robot.clickOn(onScreen(canvas, 48, 57)).type(KeyCode.DELETE);
    assertThat(document().annotation(0).visibility(NOSE_TIP)).isEqualTo(Visibility.UNLABELLED);
  }

  @Test
  void the_wheel_zooms_and_a_double_click_beside_the_points_fits(FxRobot robot) {
    Node canvas = edit(robot);
    double fitted = studio.canvas().transformProperty().get().scale();

    robot.moveTo(onScreen(canvas, 80, 80)).scroll(3, VerticalDirection.UP);
    double zoomed = studio.canvas().transformProperty().get().scale();
    robot.doubleClickOn(canvas);

    assertThat(zoomed).isNotEqualTo(fitted);
    assertThat(studio.canvas().transformProperty().get().scale()).isEqualTo(fitted);
    assertThat(session().dirtyProperty().get()).isFalse();
  }

  @Test
  void a_row_of_the_table_selects_its_keypoint(FxRobot robot) {
    edit(robot);
    TableView<?> table = robot.lookup(".keypoint-table").queryTableView();

    robot.interact(() -> table.getSelectionModel().select(NOSE_TIP));

    assertThat(table.getItems()).hasSize(15);
    assertThat(session().selectedKeypointProperty().get()).isEqualTo(NOSE_TIP);
  }

  @Test
  void a_click_in_the_gallery_selects_a_face_and_a_double_click_opens_it(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();

    robot.clickOn("row 3");
    assertThat(session().selectedFaceProperty().get()).isEqualTo(2);

    robot.doubleClickOn("row 3");
    assertThat(studio.workspaceProperty().get()).isEqualTo(Workspace.EDIT);
  }

  @Test
  void the_filter_leaves_only_faces_of_its_kind(FxRobot robot) {
    robot.interact(() -> document().setKeypoint(7, 0, Keypoint.visible(1, 1)));

    robot.clickOn("#face-filter").clickOn("Edited, not saved");

    assertThat(session().filterProperty().get()).isEqualTo(FaceFilter.UNSAVED);
    assertThat(session().shownFaces()).containsExactly(7);
    assertThat(session().selectedFaceProperty().get()).isEqualTo(7);
  }

  @Test
  void control_s_saves_what_was_changed(FxRobot robot) {
    robot.interact(() -> document().setKeypoint(0, 0, Keypoint.visible(1, 1)));

    robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);

    assertThat(store.saved()).hasSize(1);
    assertThat(session().dirtyProperty().get()).isFalse();
  }

  @Test
  void f1_lists_the_keys_and_goes_again(FxRobot robot) {
    robot.type(KeyCode.F1);
    assertThat(robot.lookup(".keys-pane").tryQuery()).isPresent();

    robot.type(KeyCode.F1);
    assertThat(robot.lookup(".keys-pane").tryQuery()).isEmpty();
  }

  @Test
  void every_action_is_in_a_menu(FxRobot robot) {
    MenuBar menus = robot.lookup(".menu-bar").queryAs(MenuBar.class);
    List<String> entries = new ArrayList<>();
    menus.getMenus().forEach(menu -> collect(menu, entries));

    assertThat(entries)
        .containsAll(Arrays.stream(StudioAction.values()).map(StudioAction::name).toList());
  }

  private static void collect(Menu menu, List<String> entries) {
    for (MenuItem item : menu.getItems()) {
      if (item instanceof Menu inner) {
        collect(inner, entries);
      } else if (item.getId() != null) {
        entries.add(item.getId());
      }
    }
  }

  @Test
  void closing_the_data_set_shows_how_to_open_one(FxRobot robot) {
    robot.press(KeyCode.CONTROL, KeyCode.W).release(KeyCode.W, KeyCode.CONTROL);

    assertThat(session().openDataSet()).isEmpty();
    assertThat(robot.lookup(".welcome").tryQuery()).isPresent();
  }
}
