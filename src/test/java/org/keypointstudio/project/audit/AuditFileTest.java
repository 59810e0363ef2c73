package org.keypointstudio.project.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.audit.SuspicionKind;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

class AuditFileTest {
  private static final KeypointSchema SCHEMA =
      new KeypointSchema("two", List.of("nose", "chin"), List.of(), List.of(), List.of());
  private static final AuditSettings SETTINGS = new AuditSettings(4, Duration.ofMinutes(5), 7);
  private static final Annotation FACE = Annotation.ofCoordinates(10.5, 20.25, 11, 40);

  private @TempDir Path folder;

  private Path file() {
    return folder.resolve("audit/audit.json");
  }

  private static List<FaceLabels> labels(int faces) {
    return Collections.nCopies(faces, FaceLabels.of(FACE));
  }

  private static AuditRecord audit(int faces, Suspicion... suspicions) {
    return AuditRecord.of(
        new AuditResult(List.of(suspicions), List.of("One \"note\".")),
        labels(faces),
        SETTINGS,
        Instant.parse("2026-03-01T12:03:00Z"));
  }

  private static Suspicion suspicion(int face, double score, Keypoint suggested) {
    return new Suspicion(
        face, 1, score, SuspicionKind.OTHER_FACE, suggested, "It says so, “here”.");
  }

  @Test
  void there_is_no_audit_where_there_is_no_file() throws IOException {
    assertThat(new AuditFile(file()).read(SCHEMA, 3)).isEmpty();
  }

  @Test
  void an_audit_is_read_as_it_was_written() throws IOException {
    AuditRecord audit =
        audit(
            3,
            suspicion(2, 4.125, Keypoint.visible(1.5, -2)),
            suspicion(0, 0.5, Keypoint.unlabelled()));

    new AuditFile(file()).write(audit, SCHEMA);

    assertThat(new AuditFile(file()).read(SCHEMA, 3)).contains(audit);
    assertThat(audit.findings().getFirst()).extracting(Finding::x, Finding::y).contains(11.0, 40.0);
  }

  @Test
  void only_the_most_suspicious_labels_are_kept_but_all_that_are_probably_wrong() {
    List<Suspicion> ranking = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      ranking.add(suspicion(i % 3, 2_500.5 - i, Keypoint.unlabelled()));
    }

    AuditRecord audit =
        AuditRecord.of(new AuditResult(ranking, List.of()), labels(3), SETTINGS, Instant.EPOCH);

    assertThat(audit.findings()).hasSize(2_501);
    assertThat(audit.labelledPoints()).isEqualTo(5_000);
  }

  @Test
  void it_tells_which_faces_have_other_labels_now() {
    AuditRecord audit = audit(3);

    assertThat(audit.facesChangedTo(List.of(FACE, FACE.with(0, Keypoint.visible(10.5, 21)), FACE)))
        .containsExactly(1);
  }

  @Test
  void an_audit_of_another_number_of_faces_is_not_used() throws IOException {
    new AuditFile(file()).write(audit(3), SCHEMA);

    assertThatThrownBy(() -> new AuditFile(file()).read(SCHEMA, 4))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is of 3 faces, and the data set has 4")
        .hasMessageContaining("audit again");
  }

  @Test
  void an_audit_of_other_keypoints_is_not_used() throws IOException {
    new AuditFile(file()).write(audit(3), SCHEMA);

    assertThatThrownBy(() -> new AuditFile(file()).read(KeypointSchema.kaggle15(), 3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("keypoints are others");
  }

  @Test
  void an_entry_of_a_face_that_does_not_exist_is_shown() throws IOException {
    new AuditFile(file()).write(audit(3, suspicion(2, 1, Keypoint.unlabelled())), SCHEMA);
    Files.writeString(file(), Files.readString(file()).replace("\"row\":2", "\"row\":3"));

    assertThatThrownBy(() -> new AuditFile(file()).read(SCHEMA, 3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("names no label of the data set");
  }

  @Test
  void settings_that_make_no_sense_are_refused() throws IOException {
    new AuditFile(file()).write(audit(3), SCHEMA);
    Files.writeString(file(), Files.readString(file()).replace("\"folds\":4", "\"folds\":1"));

    assertThatThrownBy(() -> new AuditFile(file()).read(SCHEMA, 3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("number of folds");
  }

  @Test
  void half_a_file_is_named_and_stays() throws IOException {
    new AuditFile(file()).write(audit(3), SCHEMA);
    String half = Files.readString(file()).substring(0, 60);
    Files.writeString(file(), half);

    assertThatThrownBy(() -> new AuditFile(file()).read(SCHEMA, 3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("audit.json");
    assertThat(file()).hasContent(half);
  }
}
