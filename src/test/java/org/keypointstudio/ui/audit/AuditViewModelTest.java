package org.keypointstudio.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.audit.SuspicionKind;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.project.audit.AuditException;
import org.keypointstudio.project.audit.Auditor;
import org.keypointstudio.project.audit.Finding;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.tools.KeypointEditingViewModel;
import org.keypointstudio.ui.fake.FakeAuditor;
import org.keypointstudio.ui.fake.LateTaskExecutor;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.notification.Notification;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ChosenFaces;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class AuditViewModelTest {
  private static final int LEFT_EYE = 0;
  private static final int RIGHT_EYE = 1;
  private static final int NOSE = 10;

  private @TempDir Path folder;
  private final MemoryDataSet faces = new MemoryDataSet(20);
  private final FakeAuditor auditor = new FakeAuditor();
  private final Notifications notifications = new Notifications();
  private StudioSession session = new StudioSession();
  private AuditViewModel audit;

  @BeforeEach
  void suspect_three_labels_and_open() {
    auditor
        .finding(4, NOSE, 5, SuspicionKind.DISAGREEMENT, Keypoint.visible(50, 60))
        .finding(7, LEFT_EYE, 3, SuspicionKind.SWAP, label(7, RIGHT_EYE))
        .finding(7, RIGHT_EYE, 2.9, SuspicionKind.SWAP, label(7, LEFT_EYE))
        .finding(2, NOSE, 1, SuspicionKind.OUTSIDE, Keypoint.unlabelled())
        .finding(9, NOSE, -4, SuspicionKind.SHAPE, Keypoint.visible(40, 60));
    audit = open(new CurrentThreadTaskExecutor(), auditor);
  }

  private Keypoint label(int face, int keypoint) {
    return faces.annotation(face).keypoint(keypoint);
  }

  private AuditViewModel open(TaskExecutor executor, Auditor judge) {
    session = new StudioSession();
    AuditViewModel opened =
        new AuditViewModel(
            session,
            new AuditServices(
                executor,
                new CurrentThreadTaskExecutor(),
                judge,
                _ -> folder.resolve("audit"),
                notifications,
                InstantSource.system()),
            new KeypointEditingViewModel(session),
            new CanvasViewModel());
    session.open(OpenDataSet.of(faces));
    opened.activeProperty().set(true);
    return opened;
  }

  private AnnotationDocument document() {
    return session.openDataSet().orElseThrow().document();
  }

  private Annotation points(int face) {
    return document().annotation(face);
  }

  private List<Integer> queuedFaces() {
    return audit.queue().stream().map(Finding::face).toList();
  }

  private int faceInHand() {
    return audit.currentProperty().get().orElseThrow().face();
  }

  @Test
  void nothing_is_in_the_queue_before_an_audit() {
    assertThat(audit.queue()).isEmpty();
    assertThat(audit.audited()).isEmpty();
  }

  @Test
  void the_most_suspicious_label_is_in_hand_after_an_audit() {
    audit.start();

    assertThat(queuedFaces()).containsExactly(4, 7, 7, 2);
    assertThat(faceInHand()).isEqualTo(4);
    assertThat(session.selectedFaceProperty().get()).isEqualTo(4);
    assertThat(session.selectedKeypointProperty().get()).isEqualTo(NOSE);
    assertThat(audit.progress()).hasToString("0 of 4 reviewed");
  }

  @Test
  void the_audit_is_done_as_the_person_chose() {
    audit.run().foldsProperty().set(5);
    audit.run().minutesProperty().set(2);
    audit.run().seedProperty().set(11);

    audit.start();

    assertThat(auditor.asked())
        .singleElement()
        .hasToString("AuditSettings[folds=5, trainingTime=PT2M, seed=11]");
  }

  @Test
  void accepting_moves_the_point_in_one_step_and_goes_on() {
    audit.start();

    audit.accept();

    assertThat(points(4).keypoint(NOSE)).isEqualTo(Keypoint.visible(50, 60));
    assertThat(document().labels(4).origin(NOSE)).isEqualTo(Origin.model("audit"));
    assertThat(faceInHand()).isEqualTo(7);
    assertThat(audit.progress()).hasToString("1 of 4 reviewed");
    assertThat(document().history()).hasSize(1);
  }

  @Test
  void accepting_a_swap_exchanges_both_points_and_decides_about_both() {
    Keypoint left = label(7, LEFT_EYE);
    Keypoint right = label(7, RIGHT_EYE);
    audit.start();
    audit.step(1);

    assertThat(audit.suggestedMoves()).hasSize(2);
    audit.accept();

    assertThat(points(7).keypoint(LEFT_EYE)).isEqualTo(right);
    assertThat(points(7).keypoint(RIGHT_EYE)).isEqualTo(left);
    assertThat(document().labels(7).origin(LEFT_EYE)).isEqualTo(Origin.HAND);
    assertThat(audit.progress().reviewed()).isEqualTo(2);
    assertThat(faceInHand()).isEqualTo(2);
  }

  @Test
  void undoing_a_correction_brings_the_suspicion_back_into_hand() {
    audit.start();
    audit.accept();

    document().undo();

    assertThat(queuedFaces()).containsExactly(4, 7, 7, 2);
    assertThat(faceInHand()).isEqualTo(4);
    assertThat(audit.progress().reviewed()).isZero();
    assertThat(audit.changedFacesProperty().get()).isZero();
  }

  @Test
  void a_point_that_is_moved_by_hand_is_corrected_and_stays_in_hand_until_the_person_goes_on() {
    audit.start();

    document().setKeypoint(4, NOSE, Keypoint.visible(49, 61));

    assertThat(audit.state(audit.currentProperty().get().orElseThrow()))
        .isEqualTo(ReviewState.CORRECTED);
    assertThat(queuedFaces()).contains(4);
    audit.accept();
    assertThat(points(4).keypoint(NOSE)).isEqualTo(Keypoint.visible(49, 61));
    assertThat(queuedFaces()).containsExactly(7, 7, 2);
  }

  @Test
  void a_kept_label_does_not_come_back_with_the_next_audit_or_the_next_start() {
    audit.start();

    audit.keep();

    assertThat(queuedFaces()).containsExactly(7, 7, 2);
    audit.start();
    assertThat(queuedFaces()).containsExactly(7, 7, 2);
    AuditViewModel later = open(new CurrentThreadTaskExecutor(), auditor);
    assertThat(later.queue()).extracting(Finding::face).containsExactly(7, 7, 2);
    assertThat(later.progress().reviewed()).isEqualTo(1);
  }

  @Test
  void a_kept_label_that_moves_can_be_suspicious_again() {
    audit.start();
    audit.keep();
    document().setKeypoint(4, NOSE, Keypoint.visible(20, 20));

    audit.start();

    assertThat(queuedFaces()).contains(4);
  }

  @Test
  void keeping_can_be_taken_back() {
    audit.start();
    Finding first = audit.currentProperty().get().orElseThrow();
    audit.keep();
    audit.filterProperty().set(QueueFilter.TO_REVIEW.withState(Optional.of(ReviewState.KEPT)));
    audit.select(first);

    audit.keep();

    assertThat(audit.state(first)).isEqualTo(ReviewState.OPEN);
  }

  @Test
  void skipped_labels_are_left_for_later() {
    audit.start();

    audit.skip();

    assertThat(queuedFaces()).containsExactly(7, 7, 2);
    assertThat(audit.progress()).hasToString("0 of 4 reviewed, 1 skipped");
    audit.filterProperty().set(QueueFilter.TO_REVIEW.withState(Optional.of(ReviewState.SKIPPED)));
    assertThat(queuedFaces()).contains(4);
  }

  @Test
  void where_nothing_is_suggested_nothing_is_accepted_and_the_person_is_told() {
    audit.start();
    audit.step(3);
    Annotation before = points(2);

    audit.accept();

    assertThat(points(2)).isEqualTo(before);
    assertThat(notifications.shown())
        .extracting(Notification::message)
        .anyMatch(message -> message.contains("Nothing is suggested"));
  }

  @Test
  void a_locked_point_is_not_moved_and_the_person_is_told() {
    audit.start();
    document().setLabels(4, document().labels(4).withLocked(Set.of(NOSE)), "Lock the nose");

    audit.accept();

    assertThat(points(4).keypoint(NOSE)).isEqualTo(label(4, NOSE));
    assertThat(notifications.shown())
        .extracting(Notification::message)
        .anyMatch(message -> message.contains("locked"));
  }

  @Test
  void the_points_of_a_face_with_another_faces_labels_move_together() {
    FakeAuditor other = new FakeAuditor();
    other
        .finding(3, NOSE, 4, SuspicionKind.OTHER_FACE, Keypoint.visible(30, 30))
        .finding(3, LEFT_EYE, 3, SuspicionKind.OTHER_FACE, Keypoint.visible(31, 31));
    audit = open(new CurrentThreadTaskExecutor(), other);
    audit.start();

    audit.accept();

    assertThat(points(3).keypoint(NOSE)).isEqualTo(Keypoint.visible(30, 30));
    assertThat(points(3).keypoint(LEFT_EYE)).isEqualTo(Keypoint.visible(31, 31));
    assertThat(document().history()).hasSize(1);
  }

  @Test
  void all_suggestions_for_a_face_are_accepted_in_one_step() {
    FakeAuditor other = new FakeAuditor();
    other
        .finding(3, LEFT_EYE, 5, SuspicionKind.SWAP, label(3, RIGHT_EYE))
        .finding(3, RIGHT_EYE, 4, SuspicionKind.SWAP, label(3, LEFT_EYE))
        .finding(3, NOSE, 3, SuspicionKind.DISAGREEMENT, Keypoint.visible(40, 50))
        .finding(4, NOSE, 2, SuspicionKind.DISAGREEMENT, Keypoint.visible(50, 60));
    audit = open(new CurrentThreadTaskExecutor(), other);
    audit.start();

    audit.acceptFace();

    assertThat(points(3).keypoint(LEFT_EYE)).isEqualTo(label(3, RIGHT_EYE));
    assertThat(points(3).keypoint(RIGHT_EYE)).isEqualTo(label(3, LEFT_EYE));
    assertThat(points(3).keypoint(NOSE)).isEqualTo(Keypoint.visible(40, 50));
    assertThat(document().history()).hasSize(1);
    assertThat(faceInHand()).isEqualTo(4);
  }

  @Test
  void two_exchanged_points_change_places() {
    FakeAuditor other = new FakeAuditor();
    other
        .finding(3, NOSE, 4, SuspicionKind.EXCHANGE, label(3, LEFT_EYE))
        .finding(3, LEFT_EYE, 3, SuspicionKind.EXCHANGE, label(3, NOSE));
    audit = open(new CurrentThreadTaskExecutor(), other);
    audit.start();

    audit.accept();

    assertThat(points(3).keypoint(NOSE)).isEqualTo(label(3, LEFT_EYE));
    assertThat(points(3).keypoint(LEFT_EYE)).isEqualTo(label(3, NOSE));
  }

  @Test
  void the_queue_is_filtered_by_kind_and_keypoint() {
    audit.start();

    audit.filterProperty().set(QueueFilter.TO_REVIEW.withKind(Optional.of(SuspicionKind.SWAP)));
    assertThat(queuedFaces()).containsExactly(7, 7);
    audit.filterProperty().set(QueueFilter.TO_REVIEW.withKeypoint(Optional.of(NOSE)));
    assertThat(queuedFaces()).containsExactly(4, 2);
    audit.filterProperty().set(QueueFilter.TO_REVIEW.withUnlikelyToo(true));
    assertThat(queuedFaces()).containsExactly(4, 7, 7, 2, 9);
  }

  @Test
  void an_audit_is_there_again_at_the_next_start_and_says_for_how_many_faces_it_is_out_of_date() {
    audit.start();
    audit.accept();
    assertThat(audit.changedFacesProperty().get()).isEqualTo(1);

    AuditViewModel later = open(new CurrentThreadTaskExecutor(), auditor);

    // The correction was not saved, so the labels are those that were judged.
    assertThat(later.queue()).hasSize(4);
    assertThat(later.changedFacesProperty().get()).isZero();
    document().setKeypoint(11, NOSE, Keypoint.visible(1, 2));
    assertThat(later.changedFacesProperty().get()).isEqualTo(1);
    document().undo();
    assertThat(later.changedFacesProperty().get()).isZero();
  }

  @Test
  void labels_that_change_while_an_audit_goes_on_make_it_out_of_date() {
    LateTaskExecutor late = new LateTaskExecutor();
    audit = open(late, auditor);
    audit.start();
    document().setKeypoint(11, NOSE, Keypoint.visible(1, 2));

    late.runAll();

    assertThat(audit.changedFacesProperty().get()).isEqualTo(1);
  }

  @Test
  void what_is_corrected_in_another_workspace_is_out_of_the_queue_on_coming_back() {
    audit.start();
    audit.activeProperty().set(false);
    document().setKeypoint(2, NOSE, Keypoint.visible(1, 2));

    audit.activeProperty().set(true);

    assertThat(queuedFaces()).containsExactly(4, 7, 7);
    assertThat(audit.progress().reviewed()).isEqualTo(1);
  }

  @Test
  void only_faces_that_pass_the_windows_filter_are_in_the_queue() {
    audit.start();

    session.chosenFacesProperty().set(Optional.of(ChosenFaces.of("two", IntStream.of(4, 2))));

    assertThat(queuedFaces()).containsExactly(4, 2);
  }

  @Test
  void a_cancelled_audit_leaves_the_one_before() {
    audit.start();
    LateTaskExecutor late = new LateTaskExecutor();
    audit = open(late, auditor);
    audit.start();
    assertThat(audit.run().progressProperty().get()).isPresent();

    audit.run().cancel();
    late.runAll();

    assertThat(audit.run().progressProperty().get()).isEmpty();
    assertThat(audit.queue()).hasSize(4);
  }

  @Test
  void a_failed_audit_says_why() {
    audit =
        open(
            new CurrentThreadTaskExecutor(),
            (data, labels, groups, settings, context) -> {
              throw new AuditException("No face has a label: label some first.");
            });

    audit.start();

    assertThat(notifications.shown())
        .extracting(Notification::message)
        .contains("No face has a label: label some first.");
    assertThat(audit.run().progressProperty().get()).isEmpty();
  }

  @Test
  void an_audit_that_cannot_be_read_is_named_and_stays_as_it_was() throws IOException {
    Files.createDirectories(folder.resolve("audit"));
    Files.writeString(folder.resolve("audit/audit.json"), "{");

    open(new CurrentThreadTaskExecutor(), auditor);

    assertThat(notifications.shown())
        .extracting(Notification::message)
        .anyMatch(message -> message.contains("audit.json cannot be used"));
    assertThat(folder.resolve("audit/audit.json")).hasContent("{");
  }
}
