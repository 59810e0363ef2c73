package org.keypointstudio.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.audit.SuspicionKind;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Keypoint;
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

/** A person audits a data set and works through what was found, with the mouse and with keys. */
@ExtendWith(ApplicationExtension.class)
class AuditViewTest {
  private static final int NOSE = 10;

  private @TempDir Path home;
  private final MemoryDataSet faces = new MemoryDataSet(20);
  private final FakeAuditor auditor =
      new FakeAuditor()
          .finding(4, NOSE, 5, SuspicionKind.DISAGREEMENT, Keypoint.visible(50, 60))
          .finding(7, 0, 3, SuspicionKind.SWAP, faces.annotation(7).keypoint(1))
          .finding(7, 1, 2.9, SuspicionKind.SWAP, faces.annotation(7).keypoint(0))
          .finding(2, NOSE, 1, SuspicionKind.SHAPE, Keypoint.visible(45, 55));

  private Studio studio;

  @Start
  void show_the_window(Stage stage) {
    studio =
        new Studio(FakePorts.of(new FakeStore(), new FakeDialogs(), home, auditor), stage::hide);
    new StudioWindow(stage, studio).show();
  }

  @BeforeEach
  void open_a_data_set_and_go_to_the_audit(FxRobot robot) {
    robot.interact(() -> studio.session().open(OpenDataSet.of(faces)));
    robot.clickOn("#rail-AUDIT");
    WaitForAsyncUtils.waitForFxEvents();
  }

  private AnnotationDocument document() {
    return studio.session().openDataSet().orElseThrow().document();
  }

  private Keypoint point(int face, int keypoint) {
    return document().annotation(face).keypoint(keypoint);
  }

  private static void audit(FxRobot robot) {
    robot.clickOn("#audit-start");
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String progress(FxRobot robot) {
    return robot.lookup("#audit-progress").queryAs(Label.class).getText();
  }

  @Test
  void before_the_first_audit_it_offers_to_start_one(FxRobot robot) {
    assertThat(robot.lookup("Find wrong labels").tryQuery()).isPresent();
    assertThat(progress(robot)).isEqualTo("No audit yet");

    audit(robot);

    assertThat(auditor.asked()).hasSize(1);
    assertThat(progress(robot)).isEqualTo("0 of 4 reviewed");
    assertThat(robot.lookup("#audit-reason-text").queryAs(Label.class).getText())
        .isEqualTo("Keypoint 10 looks odd.");
  }

  @Test
  void a_click_on_accept_moves_the_point_and_shows_the_next_one(FxRobot robot) {
    audit(robot);

    robot.clickOn("#AUDIT_ACCEPT");

    assertThat(point(4, NOSE)).isEqualTo(Keypoint.visible(50, 60));
    assertThat(progress(robot)).isEqualTo("1 of 4 reviewed");
    assertThat(studio.session().selectedFaceProperty().get()).isEqualTo(7);
  }

  @Test
  void enter_accepts_k_keeps_s_skips_and_undo_brings_back(FxRobot robot) {
    audit(robot);

    robot.type(KeyCode.ENTER);
    assertThat(point(4, NOSE)).isEqualTo(Keypoint.visible(50, 60));
    robot.type(KeyCode.S);
    assertThat(progress(robot)).isEqualTo("1 of 4 reviewed, 1 skipped");
    robot.type(KeyCode.K);
    assertThat(progress(robot)).isEqualTo("2 of 4 reviewed, 1 skipped");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);

    assertThat(point(4, NOSE)).isEqualTo(faces.annotation(4).keypoint(NOSE));
    assertThat(studio.session().selectedFaceProperty().get()).isEqualTo(4);
    assertThat(progress(robot)).isEqualTo("1 of 4 reviewed, 1 skipped");
  }

  @Test
  void d_and_a_go_through_the_queue_and_not_through_the_faces(FxRobot robot) {
    audit(robot);

    robot.type(KeyCode.D, KeyCode.D, KeyCode.D);
    assertThat(studio.session().selectedFaceProperty().get()).isEqualTo(2);
    robot.type(KeyCode.A);
    assertThat(studio.session().selectedFaceProperty().get()).isEqualTo(7);
  }

  @Test
  void an_arrow_key_nudges_the_point_in_hand(FxRobot robot) {
    audit(robot);
    double before = point(4, NOSE).x();

    robot.type(KeyCode.RIGHT);

    assertThat(point(4, NOSE).x()).isCloseTo(before + 0.25, within(1e-3));
    assertThat(robot.lookup("#audit-state-text").queryAs(Label.class).getText())
        .isEqualTo("Corrected");
  }

  @Test
  void a_link_takes_the_other_point_of_the_face_in_hand(FxRobot robot) {
    audit(robot);
    robot.type(KeyCode.D);

    robot.clickOn("right eye center");

    assertThat(studio.auditing().currentProperty().get().orElseThrow().keypoint()).isEqualTo(1);
  }

  @Test
  void when_all_is_reviewed_it_leads_to_training(FxRobot robot) {
    audit(robot);

    robot.type(KeyCode.ENTER, KeyCode.ENTER, KeyCode.K);

    assertThat(progress(robot)).isEqualTo("4 of 4 reviewed");
    assertThat(robot.lookup("All are reviewed").tryQuery()).isPresent();
    assertThat(robot.lookup("#audit-out-of-date").queryAs(Label.class).getText())
        .isEqualTo("Out of date for 2 faces, whose labels changed since.");
  }

  @Test
  void another_audit_is_set_up_from_the_review(FxRobot robot) {
    audit(robot);

    robot.clickOn("#audit-again");
    assertThat(robot.lookup("Find wrong labels").tryQuery()).isPresent();
    robot.clickOn("#audit-back");
    assertThat(robot.lookup("Find wrong labels").tryQuery()).isEmpty();
    robot.clickOn("#audit-again");
    audit(robot);

    assertThat(auditor.asked()).hasSize(2);
  }
}
