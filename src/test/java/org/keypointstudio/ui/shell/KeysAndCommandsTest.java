package org.keypointstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.project.settings.SettingsStore;
import org.keypointstudio.ui.action.CommandPaletteViewModel;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.session.OpenDataSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Finding commands by name, and giving them other keys. */
@ExtendWith(ApplicationExtension.class)
class KeysAndCommandsTest {
  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) {
    studio = new Studio(FakePorts.of(new FakeStore(), new FakeDialogs(), home), stage::hide);
    new StudioWindow(stage, studio).show();
  }

  @BeforeEach
  void open_a_data_set(FxRobot robot) {
    robot.interact(() -> studio.session().open(OpenDataSet.of(new MemoryDataSet(20))));
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean isShown(FxRobot robot, String selector) {
    return robot.lookup(selector).tryQuery().isPresent();
  }

  @Test
  void control_k_finds_a_command_by_its_letters_and_enter_does_it(FxRobot robot) {
    press(robot, KeyCode.CONTROL, KeyCode.K);
    robot.write("nxtfac").type(KeyCode.ENTER);

    assertThat(studio.session().selectedFaceProperty().get()).isEqualTo(1);
    assertThat(isShown(robot, ".command-palette")).isFalse();
  }

  @Test
  void escape_closes_the_palette_and_a_click_on_its_button_opens_it(FxRobot robot) {
    robot.clickOn("#COMMAND_PALETTE");
    assertThat(isShown(robot, ".command-palette")).isTrue();

    press(robot, KeyCode.ESCAPE);
    assertThat(isShown(robot, ".command-palette")).isFalse();
  }

  @Test
  void a_click_elsewhere_closes_the_palette(FxRobot robot) {
    press(robot, KeyCode.CONTROL, KeyCode.K);
    robot.clickOn("#rail-EDIT");

    assertThat(studio.workspaceProperty().get()).isEqualTo(Workspace.EDIT);
    assertThat(isShown(robot, ".command-palette")).isFalse();
  }

  @Test
  void a_click_on_a_command_does_it(FxRobot robot) {
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.write("compare").clickOn("#commands .list-cell");

    assertThat(studio.workspaceProperty().get()).isEqualTo(Workspace.COMPARE);
    assertThat(isShown(robot, ".command-palette")).isFalse();
  }

  @Test
  void what_cannot_be_done_at_present_is_marked_and_enter_leaves_the_palette_open(FxRobot robot) {
    press(robot, KeyCode.CONTROL, KeyCode.K);
    robot.write("redo");
    ListView<CommandPaletteViewModel.Command> commands = robot.lookup("#commands").queryListView();
    assertThat(commands.getItems().getFirst().action()).isEqualTo(StudioAction.REDO);
    assertThat(commands.getItems().getFirst().available()).isFalse();

    robot.type(KeyCode.ENTER);
    assertThat(isShown(robot, ".command-palette")).isTrue();
  }

  @Test
  void all_actions_are_listed_before_anything_is_typed(FxRobot robot) {
    press(robot, KeyCode.F1);
    robot.clickOn("#turn-keys");

    ListView<StudioAction> list = robot.lookup("#key-list").queryListView();
    assertThat(list.getItems()).containsExactly(StudioAction.values());
  }

  private void changeKeyOf(FxRobot robot, StudioAction action) {
    press(robot, KeyCode.F1);
    robot.clickOn("#turn-keys").clickOn("#key-filter").write(action.text());
    robot.clickOn("#record-" + action.name());
  }

  @Test
  void a_recorded_key_does_its_action_at_once_and_menu_and_settings_follow(FxRobot robot) {
    changeKeyOf(robot, StudioAction.LAST_FACE);
    press(robot, KeyCode.CONTROL, KeyCode.J);
    robot.clickOn("#turn-keys");
    press(robot, KeyCode.F1);

    press(robot, KeyCode.CONTROL, KeyCode.J);

    assertThat(studio.session().selectedFaceProperty().get()).isEqualTo(19);
    assertThat(menuItem(robot, StudioAction.LAST_FACE).getAccelerator())
        .isEqualTo(KeyCombination.valueOf("Shortcut+J"));
    assertThat(new SettingsStore(home.resolve("settings.json")).load().settings().keys())
        .containsEntry("LAST_FACE", List.of("Shortcut+J", "End"));
  }

  private static MenuItem menuItem(FxRobot robot, StudioAction action) {
    return robot.lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> action.name().equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_key_in_use_names_the_other_action_and_can_be_taken_from_it(FxRobot robot) {
    changeKeyOf(robot, StudioAction.LAST_FACE);
    press(robot, KeyCode.D);

    assertThat(isShown(robot, "D already does “Next face”.")).isTrue();
    robot.clickOn("#take-key");
    press(robot, KeyCode.F1);

    press(robot, KeyCode.D);
    assertThat(studio.session().selectedFaceProperty().get()).isEqualTo(19);
  }

  @Test
  void escape_stops_recording_and_reset_puts_the_usual_keys_back(FxRobot robot) {
    changeKeyOf(robot, StudioAction.LAST_FACE);
    press(robot, KeyCode.CONTROL, KeyCode.J);
    robot.clickOn("#record-LAST_FACE");
    press(robot, KeyCode.ESCAPE);
    assertThat(isShown(robot, ".keys-pane")).isTrue();

    ButtonBase reset = robot.lookup("#reset-LAST_FACE").queryAs(ButtonBase.class);
    assertThat(reset.isDisabled()).isFalse();
    robot.clickOn("#reset-LAST_FACE");

    assertThat(new SettingsStore(home.resolve("settings.json")).load().settings().keys()).isEmpty();
  }

  @Test
  void the_sheet_shows_the_keys_in_force(FxRobot robot) {
    changeKeyOf(robot, StudioAction.LAST_FACE);
    press(robot, KeyCode.CONTROL, KeyCode.J);
    robot.clickOn("#turn-keys");

    assertThat(isShown(robot, "Ctrl+J or End")).isTrue();
  }
}
