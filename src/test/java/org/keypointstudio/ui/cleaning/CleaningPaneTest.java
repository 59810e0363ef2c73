package org.keypointstudio.ui.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.StudioWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Cleans a data set as a person does. */
@ExtendWith(ApplicationExtension.class)
class CleaningPaneTest {
  private static final Annotation NOSE =
      Annotation.unlabelled(15).with(10, Keypoint.visible(48, 50));

  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) {
    studio = new Studio(FakePorts.of(new FakeStore(), new FakeDialogs(), home), stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(720);
  }

  @BeforeEach
  void open_three_rows_of_one_image(FxRobot robot) {
    robot.interact(
        () ->
            studio
                .session()
                .open(
                    OpenDataSet.of(
                        FakeDataSet.of(
                            NOSE,
                            NOSE.with(10, Keypoint.visible(40, 50)),
                            Annotation.unlabelled(15)))));
    robot.clickOn("Data").clickOn("#CLEAN");
    WaitForAsyncUtils.waitForFxEvents();
  }

  private AnnotationDocument document() {
    return studio.session().openDataSet().orElseThrow().document();
  }

  @Test
  void duplicates_are_chosen_by_picture_and_all_is_undone_in_one_step(FxRobot robot) {
    ComboBox<?> what =
        robot.lookup("#cleaning-do-Duplicates-with-differing-labels").queryAs(ComboBox.class);
    robot.clickOn(what).clickOn("choose");
    robot.clickOn("#cleaning-look").clickOn("#cleaning-keep-1").clickOn("#cleaning-apply");
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(document().labels(0).isExcluded()).isTrue();
    assertThat(document().labels(1).isExcluded()).isFalse();
    assertThat(document().labels(2).isExcluded()).as("it has no points").isTrue();
    robot.type(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#cleaning").tryQuery()).isEmpty();
    robot.clickOn("#UNDO");
    assertThat(document().isDirty()).isFalse();
  }

  @Test
  void a_rule_that_is_switched_off_finds_nothing(FxRobot robot) {
    robot.clickOn("#cleaning-rule-1").clickOn("#cleaning-look").clickOn("#cleaning-apply");
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(document().labels(2).annotation().placedCount())
        .as("the row without points takes part in the average of its image")
        .isZero();
    assertThat(document().labels(0).annotation().keypoint(10)).isEqualTo(Keypoint.visible(44, 50));
  }
}
