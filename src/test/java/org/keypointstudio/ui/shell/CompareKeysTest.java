package org.keypointstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakeModels;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.session.OpenDataSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** In the Compare workspace the keys act on what is on show there. */
@ExtendWith(ApplicationExtension.class)
class CompareKeysTest {
  private static final List<Integer> HELD_OUT = List.of(3, 7, 11);

  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) {
    studio = new Studio(FakePorts.of(new FakeStore(), new FakeDialogs(), home), stage::hide);
    new StudioWindow(stage, studio).show();
  }

  @BeforeEach
  void compare_two_models(FxRobot robot) {
    MemoryDataSet faces = new MemoryDataSet(20);
    FakeModels models = new FakeModels(faces);
    robot.interact(
        () -> {
          studio.session().open(OpenDataSet.of(faces));
          studio.session().models().add(models.predicted("cnn 1", 0, 2, HELD_OUT));
          studio.session().models().add(models.predicted("cnn 2", 1, 1, HELD_OUT));
        });
    robot.clickOn("#rail-COMPARE");
    WaitForAsyncUtils.waitForFxEvents();
  }

  private int selectedFace() {
    return studio.session().selectedFaceProperty().get();
  }

  @Test
  void d_and_a_step_through_the_compared_faces(FxRobot robot) {
    robot.type(KeyCode.D);
    assertThat(selectedFace()).isEqualTo(3);
    robot.type(KeyCode.D);
    assertThat(selectedFace()).isEqualTo(7);
    robot.type(KeyCode.A);
    assertThat(selectedFace()).isEqualTo(3);
  }

  @Test
  void end_and_home_go_to_the_last_and_the_first_compared_face(FxRobot robot) {
    robot.type(KeyCode.END, KeyCode.END);
    assertThat(selectedFace()).isEqualTo(11);

    robot.type(KeyCode.HOME);
    assertThat(selectedFace()).isEqualTo(3);
  }

  @Test
  void plus_minus_and_zero_zoom_the_compared_faces_and_not_the_edited_one(FxRobot robot) {
    CanvasViewModel compared = studio.comparing().view();
    double edited = studio.canvas().transformProperty().get().scale();
    double fitted = compared.transformProperty().get().scale();

    robot.type(KeyCode.EQUALS, KeyCode.EQUALS);
    assertThat(compared.transformProperty().get().scale()).isGreaterThan(1.5 * fitted);
    robot.type(KeyCode.MINUS);
    assertThat(compared.transformProperty().get().scale()).isLessThan(1.5 * fitted);
    robot.type(KeyCode.DIGIT0);
    assertThat(compared.transformProperty().get().scale()).isEqualTo(fitted);
    assertThat(studio.canvas().transformProperty().get().scale()).isEqualTo(edited);
  }

  @Test
  void a_layer_is_switched_in_the_workspace_on_show_and_the_menu_says_how_it_is_there(
      FxRobot robot) {
    CheckMenuItem names = names(robot);
    robot.type(KeyCode.DIGIT5);
    assertThat(studio.comparing().view().switchProperty(CanvasSwitch.NAMES).get()).isTrue();
    assertThat(studio.canvas().switchProperty(CanvasSwitch.NAMES).get()).isFalse();
    assertThat(names.isSelected()).isTrue();

    robot.clickOn("#rail-EDIT");
    assertThat(names.isSelected()).isFalse();
    robot.clickOn("#rail-COMPARE");
    assertThat(names.isSelected()).isTrue();
  }

  private static CheckMenuItem names(FxRobot robot) {
    return robot.lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .flatMap(item -> item instanceof Menu inner ? inner.getItems().stream() : Stream.of(item))
        .filter(item -> StudioAction.SHOW_NAMES.name().equals(item.getId()))
        .map(CheckMenuItem.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
