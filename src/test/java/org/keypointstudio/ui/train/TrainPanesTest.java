package org.keypointstudio.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.project.RunLabels;
import org.keypointstudio.project.settings.UserSettings;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.AugmentationPreset;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.ui.fake.LateTaskExecutor;
import org.keypointstudio.ui.fake.ScriptedTrainer;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.theme.ThemeManager;
import org.keypointstudio.ui.thread.UiThread;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The panes around the monitor, used with mouse and keys. */
@ExtendWith(ApplicationExtension.class)
class TrainPanesTest {
  private final LateTaskExecutor trainings = new LateTaskExecutor();
  private @TempDir Path home;
  private TrainFixture fixture;

  @Start
  void show(Stage stage) {
    fixture =
        TrainFixture.of(
                ScriptedTrainer.quick(),
                trainings,
                new CurrentThreadTaskExecutor(),
                UiThread.direct(),
                home)
            .open();
    Scene scene = new Scene(new StackPane(new TrainView(fixture.training(), () -> {})), 1200, 700);
    new ThemeManager(UserSettings.Theme.LIGHT).dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void train(FxRobot robot, ModelKind... models) {
    robot.interact(
        () -> {
          for (ModelKind model : models) {
            fixture.training().configuration().set(TrainingConfig.defaults(model));
            fixture.training().train();
            trainings.runAll();
          }
        });
  }

  private List<String> models() {
    return fixture.session().models().stream().map(ModelEntry::name).toList();
  }

  private RunsViewModel runs() {
    return fixture.training().runs();
  }

  private static void replaceText(FxRobot robot, String field, String text) {
    TextInputControl control = robot.lookup(field).queryTextInputControl();
    robot.clickOn(control);
    robot.interact(control::selectAll);
    robot.write(text);
  }

  @Test
  void what_is_added_while_a_run_goes_on_waits_and_can_be_reordered_and_removed(FxRobot robot) {
    robot.clickOn("#train-start");
    robot.interact(
        () -> fixture.training().configuration().modelProperty().set(ModelKind.SEQUENTIAL));
    robot.clickOn("#train-queue");
    robot.interact(() -> fixture.training().configuration().modelProperty().set(ModelKind.COMPACT));
    robot.clickOn("#train-queue");
    assertThat(robot.lookup("Up next (2)").tryQuery()).isPresent();

    robot.clickOn("#queue-later-0");
    assertThat(fixture.training().queue().waiting().getFirst().config().model())
        .isEqualTo(ModelKind.COMPACT);
    robot.clickOn("#queue-remove-1");
    assertThat(robot.lookup("Up next (1)").tryQuery()).isPresent();

    robot.interact(trainings::runAll);
    assertThat(models()).containsExactly("cnn 1", "compact 1");
    assertThat(robot.lookup(".queue-pane").query().isVisible()).isFalse();
  }

  @Test
  void a_run_is_renamed_and_noted_by_typing(FxRobot robot) throws IOException {
    train(robot, ModelKind.CNN);

    replaceText(robot, "#run-name", "with glasses");
    robot.type(KeyCode.ENTER);
    replaceText(robot, "#run-notes", "Lips better");
    robot.clickOn("#run-name");

    assertThat(models()).containsExactly("with glasses");
    assertThat(robot.from(robot.lookup(".run-list")).lookup("with glasses").tryQuery()).isPresent();
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> runs().note(runs().all().getFirst(), "Lips better"));
    assertThat(new RunLabels().read(home.resolve("cnn-1")).notes()).isEqualTo("Lips better");
  }

  @Test
  void a_run_is_deleted_after_a_question(FxRobot robot) {
    train(robot, ModelKind.CNN);

    robot.clickOn("#run-delete");
    assertThat(models()).containsExactly("cnn 1");
    fixture.dialogs().willAgreeToLosses();
    robot.clickOn("#run-delete");

    assertThat(models()).isEmpty();
    assertThat(home.resolve("cnn-1")).doesNotExist();
    assertThat(robot.lookup("No runs yet").tryQuery()).isPresent();
  }

  @Test
  void the_delete_key_deletes_the_selected_runs(FxRobot robot) {
    train(robot, ModelKind.CNN, ModelKind.SEQUENTIAL, ModelKind.COMPACT);
    fixture.dialogs().willAgreeToLosses();

    robot.clickOn(cell(robot, "compact 1")).press(KeyCode.SHIFT);
    robot.type(KeyCode.DOWN).release(KeyCode.SHIFT).type(KeyCode.DELETE);

    assertThat(models()).containsExactly("cnn 1");
    assertThat(fixture.dialogs().questions()).containsExactly("Delete 2 runs?");
  }

  private static Node cell(FxRobot robot, String name) {
    return robot.from(robot.lookup("#train-runs")).lookup(name).query();
  }

  @Test
  void runs_that_are_selected_together_are_overlaid(FxRobot robot) {
    train(robot, ModelKind.CNN, ModelKind.SEQUENTIAL, ModelKind.COMPACT);

    robot.clickOn(cell(robot, "compact 1")).press(KeyCode.SHIFT);
    robot.type(KeyCode.DOWN).release(KeyCode.SHIFT);

    assertThat(runs().chosen())
        .extracting(TrainingRun::name)
        .containsExactly("compact 1", "sequential 1");
    assertThat(robot.from(robot.lookup(".chart-legend")).lookup("sequential 1").tryQuery())
        .isPresent();
    assertThat(robot.from(robot.lookup(".chart-legend")).lookup("cnn 1").tryQuery()).isEmpty();
    ListView<?> list = robot.lookup("#train-runs").queryListView();
    assertThat(list.getSelectionModel().getSelectedItems()).hasSize(2);
  }

  @Test
  void the_run_in_use_is_chosen_by_a_button(FxRobot robot) {
    train(robot, ModelKind.CNN, ModelKind.SEQUENTIAL);

    robot.clickOn(cell(robot, "cnn 1")).clickOn("#run-use");

    assertThat(fixture.session().models())
        .extracting(model -> model.shownProperty().get())
        .containsExactly(true, false);
    assertThat(robot.lookup("Used for predictions").tryQuery()).isPresent();
    robot.clickOn("#run-use");
    assertThat(robot.lookup("Used for predictions").tryQuery()).isPresent();
  }

  @Test
  void augmentation_is_set_up_on_a_page_that_shows_what_it_does(FxRobot robot) {
    robot.clickOn("#train-adjust-augmentation");
    WaitForAsyncUtils.waitForFxEvents();
    var before = fixture.training().preview().previewProperty().get().orElseThrow();
    assertThat(before.copies()).hasSize(8);

    robot.clickOn("#augmentation-flips");
    assertThat(fixture.training().configuration().config().orElseThrow().augmentation())
        .isEqualTo(Augmentation.flipsOnly());
    assertThat(fixture.training().configuration().augmentation().preset().value())
        .contains(AugmentationPreset.FLIPS);

    replaceText(robot, "#train-rotation", "45");
    var turned = fixture.training().preview().previewProperty().get().orElseThrow();
    robot.clickOn("#augmentation-shuffle");
    var shuffled = fixture.training().preview().previewProperty().get().orElseThrow();
    assertThat(turned).isNotEqualTo(before);
    assertThat(shuffled.copies()).isNotEqualTo(turned.copies());

    robot.clickOn("#augmentation-done");
    assertThat(robot.lookup(".face-grid").tryQuery()).isEmpty();
  }

  @Test
  void an_arrow_on_a_slider_changes_its_number(FxRobot robot) {
    robot.clickOn("#train-adjust-augmentation");

    robot.interact(() -> robot.lookup("#train-shift-slider").query().requestFocus());
    robot.type(KeyCode.RIGHT);

    assertThat(
            fixture.training().configuration().config().orElseThrow().augmentation().shiftPixels())
        .isGreaterThan(0);
  }

  @Test
  void settings_in_a_section_are_asked_for_once_it_is_opened(FxRobot robot) {
    robot.clickOn("Regularization");
    replaceText(robot, "#train-dropout", "99");
    assertThat(robot.lookup("Dropout (%): expected percent from 0 to 90.").tryQuery()).isPresent();
    assertThat(robot.lookup("#train-start").query().isDisabled()).isTrue();

    robot.clickOn("#train-reset");

    assertThat(fixture.training().configuration().config())
        .contains(TrainingConfig.defaults(ModelKind.CNN));
    assertThat(robot.lookup("#train-start").query().isDisabled()).isFalse();
    assertThat(robot.lookup("#train-reset").query().isVisible()).isFalse();
  }

  @Test
  void curves_are_exported_as_points_and_as_a_picture(FxRobot robot) throws IOException {
    train(robot, ModelKind.CNN);
    Path points = home.resolve("points.csv");
    Path picture = home.resolve("picture.png");

    fixture.dialogs().willChoose(points);
    robot.clickOn("#chart-export").clickOn("#export-csv");
    fixture.dialogs().willChoose(picture);
    robot.clickOn("#chart-export").clickOn("#export-png");
    robot.interact(trainings::runAll);

    assertThat(Files.readAllLines(points).getFirst()).isEqualTo("run,curve,epoch,step,rmse_px");
    assertThat(Files.readAllLines(points))
        .contains("\"cnn 1\",validation,12.0000,60,2.849361")
        .hasSize(1 + ScriptedTrainer.EPOCHS * 7);
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(400);
  }
}
