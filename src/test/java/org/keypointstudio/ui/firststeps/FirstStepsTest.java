package org.keypointstudio.ui.firststeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.project.settings.SettingsStore;
import org.keypointstudio.project.shipped.ShippedData;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.StudioPorts;
import org.keypointstudio.ui.shell.StudioWindow;
import org.keypointstudio.ui.shell.Workspace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The first minutes of a person with the program. */
@ExtendWith(ApplicationExtension.class)
class FirstStepsTest {
  private final FakeStore store = new FakeStore();
  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) throws IOException {
    Path shipped = Files.createDirectory(home.resolve("program"));
    Files.writeString(shipped.resolve("training.csv"), "faces");
    Path copy = home.resolve("sample-data/training.csv");
    store.put(copy, new FakeDataSet(copy, List.of(Annotation.unlabelled(15))));
    StudioPorts ports =
        FakePorts.withSamples(
            FakePorts.of(store, new FakeDialogs(), home),
            new ShippedData(Optional.of(shipped), home));
    studio = new Studio(ports, stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  private boolean isVisible(FxRobot robot, String selector) {
    return robot.lookup(selector).tryQuery().filter(Node::isVisible).isPresent();
  }

  private String cardText(FxRobot robot) {
    return String.join(
        " ",
        robot.from(robot.lookup("#first-steps")).lookup(".label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList());
  }

  private boolean wasShownAround() {
    return new SettingsStore(home.resolve("settings.json")).load().settings().shownAround();
  }

  @Test
  void the_sample_data_opens_by_a_click_as_a_copy_of_the_persons_own(FxRobot robot) {
    robot.clickOn("#welcome-samples");

    assertThat(studio.session().openDataSet()).isPresent();
    assertThat(home.resolve("sample-data/training.csv")).hasContent("faces");
  }

  @Test
  void the_steps_lead_through_all_workspaces_on_the_sample_data(FxRobot robot) {
    robot.clickOn("#welcome-first-steps");

    assertThat(studio.session().openDataSet()).isPresent();
    assertThat(cardText(robot)).contains("Step 1 of 6", "Look");
    for (Workspace place :
        List.of(Workspace.EDIT, Workspace.AUDIT, Workspace.TRAIN, Workspace.COMPARE)) {
      robot.clickOn("#first-steps-next");
      assertThat(studio.workspaceProperty().get()).isEqualTo(place);
    }
    robot.clickOn("#first-steps-next");
    assertThat(cardText(robot)).contains("Step 6 of 6", "Ctrl+O");
    robot.clickOn("#first-steps-next");
    assertThat(isVisible(robot, "#first-steps")).isFalse();
  }

  @Test
  void what_a_step_speaks_of_is_marked_in_the_window(FxRobot robot) {
    robot.clickOn("#welcome-first-steps");
    robot.clickOn("#first-steps-next");
    robot.clickOn("#first-steps-next");
    robot.clickOn("#first-steps-next");
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(robot.lookup(".first-step-target").queryAllAs(Node.class))
        .extracting(Node::getId)
        .containsExactly("train-now");

    robot.clickOn("#first-steps-skip");
    assertThat(robot.lookup(".first-step-target").queryAll()).isEmpty();
  }

  @Test
  void a_step_back_is_a_step_back(FxRobot robot) {
    robot.clickOn("#welcome-first-steps");
    robot.clickOn("#first-steps-next");
    robot.clickOn("#first-steps-back");

    assertThat(studio.workspaceProperty().get()).isEqualTo(Workspace.BROWSE);
    assertThat(cardText(robot)).contains("Step 1 of 6");
  }

  @Test
  void they_are_offered_until_they_were_taken_or_refused_once(FxRobot robot) {
    assertThat(isVisible(robot, ".welcome-offer")).isTrue();
    assertThat(wasShownAround()).isFalse();

    robot.clickOn("#welcome-refuse");

    assertThat(isVisible(robot, ".welcome-offer")).isFalse();
    assertThat(wasShownAround()).isTrue();
  }

  @Test
  void help_leads_through_them_again(FxRobot robot) {
    robot.clickOn("#welcome-refuse");

    robot.interact(
        () ->
            robot.lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> "FIRST_STEPS".equals(item.getId()))
                .forEach(MenuItem::fire));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(cardText(robot)).contains("Step 1 of 6");
  }
}
