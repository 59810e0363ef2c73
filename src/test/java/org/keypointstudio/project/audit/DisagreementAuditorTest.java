package org.keypointstudio.project.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.audit.SuspicionKind;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.ScriptedTrainer;

class DisagreementAuditorTest {
  private static final int NOSE = 10;

  /** A face that is its own mirror image, so that one answer fits both. */
  private static final Annotation FACE = symmetric();

  private static Annotation symmetric() {
    KeypointSchema schema = KeypointSchema.kaggle15();
    double[] xy = new double[30];
    for (int k = 0; k < 15; k++) {
      int partner = schema.flipPartner(k);
      xy[2 * k] = partner == k ? 47.5 : k < partner ? 50 + 2.5 * k : 45 - 2.5 * partner;
      xy[2 * k + 1] = 20 + 3 * Math.min(k, partner);
    }
    return Annotation.ofCoordinates(xy);
  }

  /** Says the same of every face. */
  private static final class SameAnswer implements KeypointPredictor {
    @Override
    public KeypointSchema schema() {
      return KeypointSchema.kaggle15();
    }

    @Override
    public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
      return Collections.nCopies(images.size(), FACE);
    }

    @Override
    public void close() {}
  }

  /** Faces whose points lie at most a pixel from where they are expected. */
  private static List<Annotation> faces(int count) {
    Random random = new Random(5);
    List<Annotation> faces = new ArrayList<>();
    for (int face = 0; face < count; face++) {
      double[] xy = new double[30];
      for (int k = 0; k < 15; k++) {
        xy[2 * k] = FACE.x(k) + random.nextDouble(-0.7, 0.7);
        xy[2 * k + 1] = FACE.y(k) + random.nextDouble(-0.7, 0.7);
      }
      faces.add(Annotation.ofCoordinates(xy));
    }
    return faces;
  }

  private static List<Suspicion> suspects(List<Annotation> labels) throws AuditException {
    return audit(labels, ScriptedTrainer.quick(), 3).probablyWrong();
  }

  private static AuditResult audit(List<Annotation> labels, Trainer trainer, int folds)
      throws AuditException {
    return new DisagreementAuditor(trainer, _ -> new SameAnswer())
        .audit(
            new FakeDataSet(Path.of("faces.csv"), labels),
            labels.stream().map(FaceLabels::of).toList(),
            FaceGroups.none(),
            new AuditSettings(folds, Duration.ofMinutes(1), 1),
            TaskContext.unattended());
  }

  @Test
  void right_labels_are_not_suspicious() throws AuditException {
    assertThat(suspects(faces(12))).isEmpty();
  }

  @Test
  void a_moved_point_comes_first_and_is_sent_back() throws AuditException {
    List<Annotation> labels = faces(12);
    labels.set(5, labels.get(5).with(NOSE, Keypoint.visible(60, 70)));

    assertThat(suspects(labels))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.face()).isEqualTo(5);
              assertThat(found.keypoint()).isEqualTo(NOSE);
              assertThat(found.kind()).isEqualTo(SuspicionKind.DISAGREEMENT);
              assertThat(found.suggested()).isEqualTo(FACE.keypoint(NOSE));
              assertThat(found.reason()).contains("nose tip").contains("px");
            });
  }

  @Test
  void a_pair_whose_sides_are_changed_is_a_swap_of_both() throws AuditException {
    List<Annotation> labels = faces(12);
    Annotation right = labels.get(3);
    labels.set(3, right.with(0, right.keypoint(1)).with(1, right.keypoint(0)));

    assertThat(suspects(labels))
        .hasSize(2)
        .allSatisfy(found -> assertThat(found.kind()).isEqualTo(SuspicionKind.SWAP))
        .extracting(Suspicion::suggested)
        .containsExactlyInAnyOrder(right.keypoint(0), right.keypoint(1));
  }

  @Test
  void a_point_beside_the_picture_is_outside() throws AuditException {
    List<Annotation> labels = faces(12);
    labels.set(2, labels.get(2).with(NOSE, Keypoint.visible(120, 70)));

    assertThat(suspects(labels).getFirst().kind()).isEqualTo(SuspicionKind.OUTSIDE);
  }

  @Test
  void points_without_a_label_are_not_judged() throws AuditException {
    List<Annotation> labels = faces(12);
    labels.set(2, Annotation.unlabelled(15));

    assertThat(audit(labels, ScriptedTrainer.quick(), 3).ranking()).hasSize(11 * 15);
  }

  @Test
  void a_failed_training_is_told() {
    assertThatThrownBy(() -> audit(faces(12), ScriptedTrainer.failing("The disk is full."), 3))
        .isInstanceOf(AuditException.class)
        .hasMessage("The disk is full.");
  }

  @Test
  void more_models_than_faces_are_refused() {
    assertThatThrownBy(() -> audit(faces(3), ScriptedTrainer.quick(), 4))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("ask for fewer models");
  }
}
