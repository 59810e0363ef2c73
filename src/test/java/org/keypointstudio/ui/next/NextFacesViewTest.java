package org.keypointstudio.ui.next;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.audit.next.FaceSuggestion;
import org.keypointstudio.ui.fake.FakeAuditor;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.StudioWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person asks what to label, and goes through the list with keys and with the mouse. */
@ExtendWith(ApplicationExtension.class)
class NextFacesViewTest {
  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) {
    studio =
        new Studio(
            FakePorts.of(new FakeStore(), new FakeDialogs(), home, new FakeAuditor()), stage::hide);
    new StudioWindow(stage, studio).show();
  }

  @BeforeEach
  void open_a_data_set_and_ask(FxRobot robot) {
    robot.interact(() -> studio.session().open(OpenDataSet.of(new MemoryDataSet(20))));
    robot.clickOn("#rail-EDIT").clickOn("To label").clickOn("Suggest faces to label");
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static List<Integer> listed(FxRobot robot) {
    ListView<FaceSuggestion> list = robot.lookup("#next-faces").query();
    return list.getItems().stream().map(FaceSuggestion::face).toList();
  }

  private int selectedFace() {
    return studio.session().selectedFaceProperty().get();
  }

  @Test
  void keys_go_through_the_list_in_its_order(FxRobot robot) {
    List<Integer> listed = listed(robot);
    assertThat(listed).hasSize(4);
    assertThat(selectedFace()).isEqualTo(listed.getFirst());

    robot.push(KeyCode.D);
    assertThat(selectedFace()).isEqualTo(listed.get(1));
    robot.push(KeyCode.A);
    assertThat(selectedFace()).isEqualTo(listed.getFirst());
  }

  @Test
  void a_row_says_why_and_takes_its_face_in_hand(FxRobot robot) {
    Label second =
        robot.lookup("#next-faces").lookup((Label label) -> label.getText().equals("2")).query();
    // The message that faces were found lies over the left end of the row for some seconds.
    robot.clickOn(robot.offset(second, 220, 0));

    assertThat(selectedFace()).isEqualTo(listed(robot).get(1));
    assertThat(
            robot
                .lookup("#next-faces")
                .lookup((Label label) -> label.getText().startsWith("Tells "))
                .queryAll())
        .isNotEmpty();
    assertThat(robot.lookup("#next-progress").queryLabeled().getText())
        .startsWith("0 of 4 labelled");
  }
}
