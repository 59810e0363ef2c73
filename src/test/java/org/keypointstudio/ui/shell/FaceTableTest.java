package org.keypointstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Looks at faces as a table, sorts them and jumps to a row as a person does. */
@ExtendWith(ApplicationExtension.class)
class FaceTableTest {
  private static final Path FILE = Path.of("faces.csv");
  private static final int FACES = 40;

  private final FakeStore store = new FakeStore();
  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) {
    List<Annotation> faces = new ArrayList<>();
    for (int face = 0; face < FACES; face++) {
      Annotation annotation = Annotation.unlabelled(15);
      for (int keypoint = 0; keypoint < face % 15; keypoint++) {
        annotation = annotation.with(keypoint, Keypoint.visible(20 + keypoint, 30));
      }
      faces.add(annotation);
    }
    store.put(FILE, new FakeDataSet(FILE, faces));
    studio = new Studio(FakePorts.of(store, new FakeDialogs(), home), stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @BeforeEach
  void open_the_data_set_and_show_the_table(FxRobot robot) throws Exception {
    robot.interact(() -> studio.files().open(FILE));
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> studio.session().shownFaces().size() == FACES);
    robot.clickOn("#show-table");
    WaitForAsyncUtils.waitForFxEvents();
  }

  private TableView<Integer> table(FxRobot robot) {
    return robot.lookup("#face-table").queryTableView();
  }

  /**
   * Sorts as a click on a head does, which the headless platform takes for a click that opens a
   * menu.
   */
  private void sort(FxRobot robot, TableColumn.SortType direction) {
    robot.interact(
        () -> {
          TableColumn<Integer, ?> column =
              table(robot).getColumns().stream()
                  .filter(it -> it.getText().equals("Labelled"))
                  .findFirst()
                  .orElseThrow();
          column.setSortType(direction);
          table(robot).getSortOrder().setAll(List.of(column));
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private int selected() {
    return studio.session().selectedFaceProperty().get();
  }

  @Test
  void a_head_sorts_the_faces_of_all_workspaces_and_the_box_above_says_so(FxRobot robot) {
    sort(robot, TableColumn.SortType.ASCENDING);
    assertThat(studio.session().shownFaces()).startsWith(0, 15, 30, 1, 16, 31);
    assertThat(robot.lookup("#browse-order").queryComboBox().getValue()).hasToString("Labelled");

    sort(robot, TableColumn.SortType.DESCENDING);
    assertThat(studio.session().shownFaces()).startsWith(14, 29, 13, 28);

    robot.interact(() -> table(robot).getSortOrder().clear());
    assertThat(studio.session().shownFaces()).startsWith(0, 1, 2, 3);
  }

  @Test
  void the_box_sorts_the_table_and_the_button_beside_it_turns_the_order_round(FxRobot robot) {
    robot.clickOn("#browse-order").type(KeyCode.DOWN, 3).type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(studio.session().shownFaces()).startsWith(14, 29, 13, 28);
    assertThat(table(robot).getSortOrder()).extracting(TableColumn::getText).contains("Missing");

    robot.clickOn("#browse-direction");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(studio.session().shownFaces()).startsWith(0, 15, 30);
  }

  @Test
  void a_click_on_a_row_selects_and_enter_opens_it_for_editing(FxRobot robot) {
    robot.clickOn("row 5");
    assertThat(selected()).isEqualTo(4);

    robot.type(KeyCode.DOWN);
    assertThat(selected()).isEqualTo(5);
    robot.type(KeyCode.ENTER);

    assertThat(studio.workspaceProperty().get()).isEqualTo(Workspace.EDIT);
  }

  @Test
  void control_g_goes_to_a_row_and_the_table_follows(FxRobot robot) {
    robot.press(KeyCode.CONTROL).type(KeyCode.G).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    robot.write("38");
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(selected()).isEqualTo(37);
    assertThat(table(robot).getSelectionModel().getSelectedIndex()).isEqualTo(37);
    assertThat(robot.lookup("row 38").tryQuery()).isPresent();
  }

  @Test
  void the_gallery_scrolls_to_the_row_that_was_asked_for(FxRobot robot) {
    robot.clickOn("#show-gallery");
    robot.press(KeyCode.CONTROL).type(KeyCode.G).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    robot.write("40");
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(selected()).isEqualTo(39);
    assertThat(robot.lookup("row 40").tryQuery()).isPresent();
  }

  @Test
  void a_view_is_saved_under_a_name_and_chosen_again(FxRobot robot) {
    sort(robot, TableColumn.SortType.ASCENDING);
    robot.clickOn("#saved-views");
    robot.clickOn("#view-name").write("fewest first");
    robot.clickOn("#save-view");
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> table(robot).getSortOrder().clear());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(studio.session().shownFaces()).startsWith(0, 1, 2);

    robot.clickOn("#saved-views");
    robot.clickOn("fewest first");
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(studio.session().shownFaces()).startsWith(0, 15, 30);
  }
}
