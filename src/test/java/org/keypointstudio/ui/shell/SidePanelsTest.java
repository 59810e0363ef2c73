package org.keypointstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.project.settings.LayoutSettings;
import org.keypointstudio.ui.dock.SidePanel;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.session.OpenDataSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Hides, shows and resizes the side panels as a person does. */
@ExtendWith(ApplicationExtension.class)
class SidePanelsTest {
  private @TempDir Path home;
  private Studio studio;
  private Stage stage;

  @Start
  void show_the_window(Stage shown) {
    stage = shown;
    studio = new Studio(FakePorts.of(new FakeStore(), new FakeDialogs(), home), stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @BeforeEach
  void open_a_face(FxRobot robot) {
    robot.interact(
        () -> {
          studio.session().open(OpenDataSet.of(new MemoryDataSet(20)));
          studio.workspaceProperty().set(Workspace.EDIT);
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Node panel(FxRobot robot, SidePanel panel) {
    return robot.lookup("#panel-" + panel.name()).query();
  }

  private static double width(FxRobot robot, SidePanel panel) {
    WaitForAsyncUtils.waitForFxEvents();
    return panel(robot, panel).getLayoutBounds().getWidth();
  }

  @Test
  void a_button_hides_a_panel_and_shows_it_again(FxRobot robot) {
    robot.clickOn("#RIGHT_PANEL");
    assertThat(width(robot, SidePanel.EDIT_KEYPOINTS)).isZero();

    robot.clickOn("#RIGHT_PANEL");
    assertThat(width(robot, SidePanel.EDIT_KEYPOINTS)).isEqualTo(420);
  }

  @Test
  void keys_hide_each_panel_and_both(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.B);
    assertThat(width(robot, SidePanel.EDIT_FACES)).isZero();
    robot.push(KeyCode.CONTROL, KeyCode.B);

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    assertThat(width(robot, SidePanel.EDIT_FACES)).isZero();
    assertThat(width(robot, SidePanel.EDIT_KEYPOINTS)).isZero();

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    assertThat(width(robot, SidePanel.EDIT_FACES)).isPositive();
    assertThat(width(robot, SidePanel.EDIT_KEYPOINTS)).isPositive();
  }

  @Test
  void each_workspace_has_its_own_panels(FxRobot robot) {
    robot.clickOn("#RIGHT_PANEL").clickOn("#rail-TRAIN");
    assertThat(width(robot, SidePanel.TRAIN_CONFIGURATION)).isPositive();

    robot.clickOn("#rail-EDIT");
    assertThat(width(robot, SidePanel.EDIT_KEYPOINTS)).isZero();
  }

  @Test
  void a_place_without_a_panel_has_nothing_to_hide(FxRobot robot) {
    robot.clickOn("#rail-STATISTICS");

    assertThat(robot.lookup("#LEFT_PANEL").query().isDisabled()).isTrue();
    assertThat(robot.lookup("#RIGHT_PANEL").query().isDisabled()).isTrue();
  }

  /**
   * All at once, since a robot that moves a pixel at a time lays the window out at each of them.
   */
  private static void dragLeftEdge(FxRobot robot, SidePanel panel, double by) {
    Node edge = robot.from(panel(robot, panel)).lookup(".panel-edge").query();
    robot.interact(
        () -> {
          Point2D from = edge.localToScene(2, 100);
          fire(edge, MouseEvent.MOUSE_PRESSED, from);
          fire(edge, MouseEvent.MOUSE_DRAGGED, from.add(by / 2, 0));
          fire(edge, MouseEvent.MOUSE_DRAGGED, from.add(by, 0));
          fire(edge, MouseEvent.MOUSE_RELEASED, from.add(by, 0));
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void fire(Node node, EventType<MouseEvent> type, Point2D at) {
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }

  @Test
  void the_edge_is_dragged_and_a_double_click_takes_it_back(FxRobot robot) {
    dragLeftEdge(robot, SidePanel.EDIT_KEYPOINTS, 80);
    assertThat(width(robot, SidePanel.EDIT_KEYPOINTS)).isCloseTo(340, within(2.0));

    Node shown = panel(robot, SidePanel.EDIT_KEYPOINTS);
    Bounds bounds = shown.localToScreen(shown.getLayoutBounds());
    robot.moveTo(bounds.getMinX() + 2, bounds.getCenterY()).doubleClickOn(MouseButton.PRIMARY);
    assertThat(width(robot, SidePanel.EDIT_KEYPOINTS)).isEqualTo(420);
  }

  @Test
  void a_panel_keeps_what_it_needs_and_leaves_room_for_the_face(FxRobot robot) {
    dragLeftEdge(robot, SidePanel.EDIT_KEYPOINTS, 400);
    assertThat(width(robot, SidePanel.EDIT_KEYPOINTS))
        .isEqualTo(SidePanel.EDIT_KEYPOINTS.leastWidth());

    dragLeftEdge(robot, SidePanel.EDIT_KEYPOINTS, -900);
    assertThat(width(robot, SidePanel.EDIT_KEYPOINTS)).isLessThan(1280 * 0.42);
  }

  @Test
  void the_next_window_is_arranged_as_this_one_was_left(FxRobot robot) {
    robot.clickOn("#LEFT_PANEL");
    dragLeftEdge(robot, SidePanel.EDIT_KEYPOINTS, 60);
    robot.interact(
        () -> {
          stage.setWidth(1200);
          stage.setHeight(700);
          stage.hide();
        });

    Studio[] next = new Studio[1];
    robot.interact(
        () ->
            next[0] = new Studio(FakePorts.of(new FakeStore(), new FakeDialogs(), home), () -> {}));

    assertThat(next[0].layout().panel(SidePanel.EDIT_FACES).shownProperty().get()).isFalse();
    assertThat(next[0].layout().panel(SidePanel.EDIT_KEYPOINTS).widthProperty().get())
        .isCloseTo(360, within(2.0));
    LayoutSettings.Bounds window = next[0].layout().window();
    assertThat(window.width()).isEqualTo(1200);
    assertThat(window.height()).isEqualTo(700);
    assertThat(window.maximized()).isFalse();
  }
}
