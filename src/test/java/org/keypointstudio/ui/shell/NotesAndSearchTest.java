package org.keypointstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Reviews, tags and finds faces as a person does. */
@ExtendWith(ApplicationExtension.class)
class NotesAndSearchTest {
  private static final Path FILE = Path.of("faces.csv");
  private static final int FACES = 20;

  private final FakeStore store = new FakeStore();
  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) {
    store.put(
        FILE,
        new FakeDataSet(
            FILE,
            Collections.nCopies(
                FACES, Annotation.unlabelled(15).with(0, Keypoint.visible(66, 37)))));
    studio = new Studio(FakePorts.of(store, new FakeDialogs(), home), stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @BeforeEach
  void open_the_data_set(FxRobot robot) {
    robot.interact(() -> studio.files().open(FILE));
  }

  private AnnotationDocument document() {
    return studio.session().openDataSet().orElseThrow().document();
  }

  private FaceNotes notes(int face) {
    return document().labels(face).notes();
  }

  private void waitUntilShown(int faces) throws Exception {
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> studio.session().shownFaces().size() == faces);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void faces_are_reviewed_tagged_and_noted_and_found_again(FxRobot robot) throws Exception {
    robot.clickOn("#rail-EDIT");
    robot.press(KeyCode.SHIFT, KeyCode.K).release(KeyCode.K, KeyCode.SHIFT);
    assertThat(notes(0).reviewed()).isTrue();
    assertThat(studio.session().selectedFaceProperty().get()).isEqualTo(1);

    robot.type(KeyCode.T);
    robot.write("two faces\n");
    robot.clickOn("#face-note").write("Hidden by hair.");
    assertThat(notes(1).tags()).containsExactly("two faces");
    assertThat(notes(1).note()).isEqualTo("Hidden by hair.");

    robot.press(KeyCode.SHORTCUT, KeyCode.F).release(KeyCode.F, KeyCode.SHORTCUT);
    robot.write("tag:\"two faces\"\n");
    waitUntilShown(1);
    assertThat(studio.session().shownFaces()).containsExactly(1);
  }

  @Test
  void letters_that_are_typed_into_a_note_do_nothing_else(FxRobot robot) {
    robot.clickOn("#rail-EDIT");
    robot.clickOn("#face-note").write("kad");

    assertThat(notes(0)).isEqualTo(FaceNotes.NONE.withNote("kad"));
    assertThat(studio.session().selectedFaceProperty().get()).isZero();

    robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
    assertThat(notes(0)).isEqualTo(FaceNotes.NONE);
  }

  @Test
  void words_are_completed(FxRobot robot) throws Exception {
    TextField field = robot.lookup("#face-search").queryAs(TextField.class);
    robot.clickOn(field).write("missing:nose");
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> robot.lookup("missing:nose_tip").tryQuery().isPresent());

    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);

    assertThat(field.getText()).isEqualTo("missing:nose_tip");
    waitUntilShown(FACES);
    assertThat(robot.lookup(".completions").tryQuery()).isEmpty();
  }

  @Test
  void a_word_that_begins_like_another_stays_what_it_is(FxRobot robot) throws Exception {
    robot.clickOn("#face-search").write("row\n");
    waitUntilShown(FACES);

    assertThat(studio.session().queryProperty().get().text()).isEqualTo("row");
  }

  @Test
  void an_unclear_filter_is_told_in_the_status_bar_and_an_empty_one_leads_back(FxRobot robot)
      throws Exception {
    robot.clickOn("#face-search").write("missing:ear\n");
    assertThat(robot.lookup(".status-bar .danger").queryLabeled().getText())
        .startsWith("There is no keypoint \"ear\"");

    robot.type(KeyCode.ESCAPE);
    robot.clickOn("#face-search").write("tag:nothing\n");
    waitUntilShown(0);
    Node all = robot.lookup("#show-all-faces").query();
    robot.clickOn(all);
    waitUntilShown(FACES);
    assertThat(robot.lookup("#face-search").queryAs(TextField.class).getText()).isEmpty();
  }
}
