package org.keypointstudio.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.report.plot.Spot;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakeModels;
import org.keypointstudio.ui.fake.FakeShipped;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ImageMeasurer;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.starter.StartersViewModel;
import org.keypointstudio.ui.thread.FxUiThread;
import org.keypointstudio.ui.thread.UiThread;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CompareViewTest {
  private final MemoryDataSet faces = new MemoryDataSet(20);
  private final FakeModels fakes = new FakeModels(faces);
  private final ModelEntry rough = fakes.predicted("sequential 1", 0, 3, List.of(3, 4, 5));
  private final ModelEntry fine = fakes.predicted("cnn 2", 1, 1, List.of(3, 4, 5));
  private final StudioSession session = new StudioSession();
  private final FakeDialogs dialogs = new FakeDialogs();
  private final Notifications notifications = new Notifications();
  private final List<ModelEntry> mirroredAsked = new ArrayList<>();
  private @TempDir Path home;
  private int visitsToTrain;
  private CompareViewModel viewModel;

  @Start
  void show(Stage stage) throws IOException {
    StartersViewModel starters =
        new StartersViewModel(
            session,
            FakeShipped.one(home),
            new CurrentThreadTaskExecutor(),
            _ -> {},
            notifications);
    viewModel =
        new CompareViewModel(
            session,
            new CurrentThreadTaskExecutor(),
            UiThread.direct(),
            new Notifications(),
            new CanvasViewModel());
    session.open(OpenDataSet.of(faces));
    TaskExecutor executor = new CurrentThreadTaskExecutor();
    FiguresViewModel figures =
        new FiguresViewModel(
            viewModel,
            executor,
            new ImageMeasurer(session, executor, notifications),
            notifications,
            mirroredAsked::add);
    CompareView view =
        new CompareView(
            viewModel,
            figures,
            new ComparisonExport(figures, dialogs, executor, notifications),
            new FaceImages(Runnable::run, new FxUiThread()),
            starters,
            () -> visitsToTrain++,
            () -> {});
    stage.setScene(new Scene(new StackPane(view), 1200, 700));
    stage.show();
  }

  private void addModels(FxRobot robot) {
    robot.interact(() -> session.models().addAll(rough, fine));
  }

  @Test
  void leads_to_training_while_there_is_no_model(FxRobot robot) {
    robot.clickOn("Go to Train");

    assertThat(visitsToTrain).isEqualTo(1);
  }

  @Test
  void a_model_that_came_with_the_program_is_taken_by_a_click(FxRobot robot) {
    robot.clickOn("Starter: small");

    assertThat(session.models()).extracting(ModelEntry::name).containsExactly("Starter: small");
    assertThat(robot.lookup(".face-pane").queryAll()).hasSize(2);
  }

  @Test
  void shows_the_ground_truth_and_one_pane_a_model(FxRobot robot) {
    addModels(robot);

    assertThat(robot.lookup(".face-pane").queryAll()).hasSize(3);
    assertThat(robot.lookup("Ground truth").tryQuery()).isPresent();
  }

  @Test
  void shows_the_same_panes_again_after_other_layouts(FxRobot robot) {
    addModels(robot);
    Set<Node> before = robot.lookup(".face-pane").queryAll();

    for (PaneLayout layout : List.of(PaneLayout.OVERLAY, PaneLayout.SIDE_BY_SIDE)) {
      robot.interact(() -> viewModel.layoutProperty().set(layout));
    }

    assertThat(robot.lookup(".face-pane").queryAll()).isEqualTo(before);
    assertThat(robot.lookup("Ground truth").tryQuery()).isPresent();
  }

  @Test
  void steps_from_face_to_face(FxRobot robot) {
    addModels(robot);

    robot.clickOn("#compare-next");
    assertThat(robot.lookup("Face 1 of 3").tryQuery()).isPresent();
    robot.clickOn("#compare-next");
    assertThat(session.selectedFaceProperty().get()).isEqualTo(4);
    robot.clickOn("#compare-previous");
    assertThat(session.selectedFaceProperty().get()).isEqualTo(3);
  }

  @Test
  void hides_a_model_whose_box_is_cleared(FxRobot robot) {
    addModels(robot);
    CheckBox box = robot.from(robot.lookup("#compare-models")).lookup(".check-box").query();

    robot.clickOn(box);

    assertThat(rough.shownProperty().get()).isFalse();
    assertThat(robot.lookup(".face-pane").queryAll()).hasSize(2);
  }

  @Test
  void a_click_on_a_keypoints_row_selects_it_everywhere(FxRobot robot) {
    addModels(robot);

    robot.clickOn("nose tip");

    assertThat(session.selectedKeypointProperty().get())
        .isEqualTo(faces.schema().indexOf("nose_tip"));
  }

  private void choose(FxRobot robot, PaneLayout layout) {
    robot.interact(
        () -> robot.lookup("#compare-layout").<PaneLayout>queryComboBox().setValue(layout));
  }

  @Test
  void lays_all_models_over_one_face(FxRobot robot) {
    addModels(robot);

    choose(robot, PaneLayout.OVERLAY);

    assertThat(robot.lookup(".face-pane").queryAll()).hasSize(1);
    assertThat(robot.from(robot.lookup(".face-pane-title")).lookup("cnn 2").tryQuery()).isPresent();
    assertThat(robot.from(robot.lookup(".face-pane-title")).lookup("sequential 1").tryQuery())
        .isPresent();
  }

  @Test
  void lets_the_models_take_turns_on_one_face(FxRobot robot) throws Exception {
    addModels(robot);

    choose(robot, PaneLayout.FLICKER);

    for (String name : List.of("sequential 1", "cnn 2", "sequential 1")) {
      WaitForAsyncUtils.waitFor(
          5,
          TimeUnit.SECONDS,
          () -> robot.from(robot.lookup(".face-pane-title")).lookup(name).tryQuery().isPresent());
    }
  }

  private void showFigures(FxRobot robot, String tab) {
    addModels(robot);
    robot.clickOn("#compare-figures");
    robot.clickOn(tab);
  }

  /** Clicks on the first part of a plot of a series and number. */
  private void clickOnSpot(FxRobot robot, String plot, int series, int index) {
    PlotView view = robot.lookup(plot).query();
    Spot spot =
        view.spots().stream()
            .filter(it -> it.series() == series && it.index() == index)
            .findFirst()
            .orElseThrow();
    robot.clickOn(view.localToScreen(view.middleOf(spot)));
  }

  private List<Integer> chosen() {
    return session.chosenFacesProperty().get().orElseThrow().stream().boxed().toList();
  }

  @Test
  void shows_figures_with_intervals_in_place_of_the_faces(FxRobot robot) {
    addModels(robot);

    robot.clickOn("#compare-figures");

    assertThat(robot.lookup("#figures-models").tryQuery()).isPresent();
    assertThat(robot.lookup(".face-pane").queryAll()).isEmpty();

    robot.clickOn("#compare-figures");

    assertThat(robot.lookup(".face-pane").queryAll()).hasSize(3);
  }

  @Test
  void a_click_on_the_curve_shows_the_faces_beyond_it(FxRobot robot) {
    showFigures(robot, "Distribution");

    clickOnSpot(robot, "#plot-ced", 0, 0);

    assertThat(chosen()).containsExactly(3, 4, 5);
    assertThat(session.chosenFacesProperty().get().orElseThrow().name())
        .startsWith("sequential 1: NME above 0.");
    assertThat(robot.lookup(".face-pane").queryAll()).hasSize(3);
  }

  @Test
  void a_click_on_a_keypoint_shows_its_worst_faces_first(FxRobot robot) {
    showFigures(robot, "Keypoints");

    clickOnSpot(robot, "#plot-keypoints", 1, 0);

    assertThat(session.selectedKeypointProperty().get()).isZero();
    assertThat(session.chosenFacesProperty().get().orElseThrow().name())
        .isEqualTo("cnn 2: worst left eye center");
    assertThat(robot.lookup("#compare-order").queryComboBox().getValue())
        .isEqualTo(new FaceOrder.WorstOfKeypoint(0, "left eye center"));
  }

  @Test
  void a_click_on_a_group_shows_its_faces(FxRobot robot) {
    showFigures(robot, "Groups");

    robot.clickOn("Rows: sparse");

    assertThat(chosen()).isNotEmpty().isSubsetOf(3, 4, 5);
    assertThat(chosen()).noneMatch(face -> faces.annotation(face).isComplete());
  }

  @Test
  void a_click_on_a_figure_shows_the_faces_that_are_worst_by_it(FxRobot robot) {
    addModels(robot);
    robot.clickOn("#compare-figures");
    FigureTable table = robot.lookup("#figures-models").query();
    String nmeOfCnn = table.getItems().get(1).get(2);

    robot.clickOn(nmeOfCnn);

    assertThat(session.chosenFacesProperty().get().orElseThrow().name())
        .isEqualTo("cnn 2: worst by NME");
  }

  @Test
  void asks_the_models_for_the_mirrored_faces_when_that_is_wanted(FxRobot robot) {
    showFigures(robot, "Calibration");

    robot.clickOn("#figures-calibrate");

    assertThat(mirroredAsked).containsExactly(rough, fine);
  }

  @Test
  void tells_whether_a_correction_helped_and_shows_the_faces_that_got_better(FxRobot robot) {
    showFigures(robot, "Did it help?");

    assertThat(robot.lookup("#figures-verdict").queryLabeled().getText())
        .contains("RMSE -")
        .contains("p ");
    robot.clickOn("#figures-better");

    assertThat(chosen()).isNotEmpty();
  }

  @Test
  void says_why_there_are_no_figures(FxRobot robot) {
    addModels(robot);
    robot.interact(
        () ->
            robot
                .lookup("#compare-scope")
                .<FaceScope>queryComboBox()
                .setValue(FaceScope.OWN_HELD_OUT));

    robot.clickOn("#compare-figures");

    assertThat(robot.lookup(".figures-message").queryLabeled().getText())
        .startsWith("Intervals compare models on the same faces");
  }

  @Test
  void writes_a_report_where_the_person_wants_it(FxRobot robot, @TempDir Path folder) {
    addModels(robot);
    Path page = folder.resolve("comparison.html");
    dialogs.willChoose(page);

    robot.clickOn("#compare-export").clickOn("#export-report");

    assertThat(page).content().contains("sequential 1", "cnn 2", "<svg");
    assertThat(notifications.shown().getFirst().message()).contains("comparison.html is written.");
  }
}
