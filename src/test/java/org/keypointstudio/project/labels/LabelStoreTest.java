package org.keypointstudio.project.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.ChangedOutsideException;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.project.backup.Backups;
import org.keypointstudio.task.TaskContext;

class LabelStoreTest {
  private static final int NOSE_TIP = 10;

  private @TempDir Path folder;
  private Path data;
  private final LabelStore store =
      new LabelStore(new DataSetFiles(), path -> ProjectFolder.of(path, folder));

  @BeforeEach
  void write_three_faces() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int keypoint = 0; keypoint < 15; keypoint++) {
      text.append("k%d_x,k%d_y,".formatted(keypoint, keypoint));
    }
    text.append("Image\n");
    for (int face = 0; face < 3; face++) {
      for (int keypoint = 0; keypoint < 14; keypoint++) {
        text.append("%d.5,%d,".formatted(keypoint + face, keypoint));
      }
      text.append(",,1 2 3 4\n");
    }
    data = Files.writeString(folder.resolve("training.csv"), text);
  }

  private LabelledDataSet open() throws DataSetException {
    return store.open(data, TaskContext.unattended());
  }

  private LabelledDataSet save(LabelledDataSet opened, List<FaceLabels> labels)
      throws DataSetException {
    return store.save(opened, labels, data, 3, TaskContext.unattended());
  }

  private Path marks() {
    return folder.resolve("training.csv.keypoint-studio/labels.json");
  }

  private static List<FaceLabels> with(List<FaceLabels> faces, int face, FaceLabels labels) {
    List<FaceLabels> changed = new ArrayList<>(faces);
    changed.set(face, labels);
    return changed;
  }

  /** Says all that can be said of a face. */
  private static FaceLabels marked(FaceLabels face) {
    Keypoint nose = face.annotation().keypoint(NOSE_TIP);
    return face.with(NOSE_TIP, new Keypoint(nose.x(), nose.y(), Visibility.OCCLUDED), Origin.HAND)
        .with(14, Keypoint.absent(), Origin.HAND)
        .with(0, Keypoint.visible(40.25, 41), Origin.model("cnn 1"))
        .withLocked(Set.of(3))
        .withNotes(new FaceNotes("A hand before the face", new TreeSet<>(Set.of("hard")), true));
  }

  @Test
  void marks_of_a_later_version_are_told_and_never_replaced() throws Exception {
    byte[] before = Files.readAllBytes(data);
    Files.createDirectories(marks().getParent());
    String later = "{\"format\":\"keypoint-studio-labels\",\"version\":2,\"faces\":{}}";
    Files.writeString(marks(), later);

    LabelledDataSet opened = open();

    assertThat(opened.messages())
        .singleElement()
        .asString()
        .contains("later version of Keypoint Studio", "update this program");
    assertThat(store.fileOfLaterVersion(data)).contains(marks());
    assertThatThrownBy(
            () -> save(opened, with(opened.labels(), 0, marked(opened.labels().getFirst()))))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("Nothing was saved")
        .hasMessageContaining("save under another name");
    assertThat(marks()).hasContent(later);
    assertThat(data).hasBinaryContent(before);
  }

  @Test
  void a_schema_of_a_later_version_is_told_and_never_replaced() throws Exception {
    Path schema = marks().resolveSibling("schema.json");
    Files.createDirectories(schema.getParent());
    String later = "{\"format\":\"keypoint-studio-schema\",\"version\":2}";
    Files.writeString(schema, later);

    LabelledDataSet opened = open();

    assertThat(opened.messages()).singleElement().asString().contains("later version");
    assertThatThrownBy(
            () -> store.giveSchema(opened.dataSet(), opened.dataSet().schema(), List.of()))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("later version");
    assertThat(schema).hasContent(later);
  }

  @Test
  void everything_that_was_said_of_a_face_comes_back() throws IOException {
    LabelledDataSet opened = open();
    List<FaceLabels> labels = with(opened.labels(), 1, marked(opened.labels().get(1)));

    save(opened, labels);

    LabelledDataSet again = open();
    assertThat(again.labels()).isEqualTo(labels);
    assertThat(again.messages()).isEmpty();
    assertThat(again.dataSet().annotation(1).visibility(14)).isEqualTo(Visibility.ABSENT);
  }

  @Test
  void labels_that_the_file_can_carry_make_no_other_file() throws IOException {
    LabelledDataSet opened = open();

    LabelledDataSet saved =
        save(
            opened,
            with(
                opened.labels(),
                0,
                opened.labels().getFirst().with(14, Keypoint.visible(1, 2), Origin.FILE)));

    assertThat(marks()).doesNotExist();
    assertThat(saved.messages()).isEmpty();
  }

  @Test
  void the_person_is_told_once_what_went_beside_the_file() throws IOException {
    LabelledDataSet opened = open();
    LabelledDataSet saved = save(opened, with(opened.labels(), 1, marked(opened.labels().get(1))));

    assertThat(saved.messages())
        .singleElement()
        .asString()
        .contains(
            "1 occluded keypoint, 1 absent keypoint",
            "1 note",
            "in training.csv.keypoint-studio/labels.json");
    assertThat(save(saved, with(saved.labels(), 0, marked(saved.labels().getFirst()))).messages())
        .isEmpty();
  }

  @Test
  void marks_do_not_go_to_labels_that_another_program_wrote() throws IOException {
    LabelledDataSet opened = open();
    save(opened, with(opened.labels(), 1, marked(opened.labels().get(1))));
    Files.writeString(data, Files.readString(data).replace("40.25,41", "30,31"));

    LabelledDataSet again = open();

    assertThat(MarkCounts.of(again.labels()).isEmpty()).isTrue();
    assertThat(again.messages()).singleElement().asString().contains("The marks of 1 face");
  }

  @Test
  void between_the_marks_and_the_data_file_both_versions_have_their_marks() throws IOException {
    LabelledDataSet opened = open();
    LabelledDataSet saved = save(opened, with(opened.labels(), 1, marked(opened.labels().get(1))));
    byte[] before = Files.readAllBytes(data);
    save(
        saved,
        with(
            saved.labels(),
            1,
            saved.labels().get(1).with(0, Keypoint.visible(50, 51), Origin.HAND)));

    assertThat(open().labels().get(1).origin(0)).isEqualTo(Origin.HAND);
    assertThat(open().messages()).isEmpty();

    Files.write(data, before); // as if the program had broken off before it wrote the data file

    assertThat(open().labels()).isEqualTo(saved.labels());
  }

  @Test
  void marks_that_were_taken_away_stay_away() throws IOException {
    LabelledDataSet opened = open();
    LabelledDataSet saved = save(opened, with(opened.labels(), 1, marked(opened.labels().get(1))));

    save(saved, opened.labels());

    assertThat(open().labels()).isEqualTo(opened.labels());
    assertThat(open().messages()).isEmpty();
  }

  @Test
  void marks_that_cannot_be_understood_are_told_of_and_set_aside() throws IOException {
    LabelledDataSet opened = open();
    save(opened, with(opened.labels(), 1, marked(opened.labels().get(1))));
    Files.writeString(marks(), "{\"format\":");

    LabelledDataSet damaged = open();
    save(damaged, with(damaged.labels(), 0, marked(damaged.labels().getFirst())));

    assertThat(damaged.messages()).singleElement().asString().contains("labels.json", "not whole");
    assertThat(marks().resolveSibling("labels.json.unreadable")).hasContent("{\"format\":");
    assertThat(MarkCounts.of(open().labels()).notes()).isEqualTo(1);
  }

  @Test
  void a_file_that_another_program_changed_is_not_saved_over() throws IOException {
    LabelledDataSet opened = open();
    String changed = Files.readString(data) + "\n";
    Files.writeString(data, changed);

    assertThatThrownBy(() -> save(opened, with(opened.labels(), 1, marked(opened.labels().get(1)))))
        .isInstanceOf(ChangedOutsideException.class);
    assertThat(data).hasContent(changed);
    assertThat(marks()).doesNotExist();
  }

  @Test
  void earlier_versions_are_kept_with_their_marks_and_the_oldest_go() throws IOException {
    LabelledDataSet present = open();
    List<List<FaceLabels>> versions = new ArrayList<>();
    for (int version = 0; version < 5; version++) {
      versions.add(present.labels());
      FaceLabels moved =
          marked(present.labels().getFirst())
              .with(5, Keypoint.visible(version, version), Origin.HAND);
      present = save(present, with(present.labels(), 0, moved));
    }

    List<Backups.Version> kept = new Backups(store.project(data)).list();

    assertThat(kept).hasSize(3);
    Collections.reverse(versions);
    for (int i = 0; i < kept.size(); i++) {
      assertThat(store.open(kept.get(i), TaskContext.unattended()).labels())
          .isEqualTo(versions.get(i));
    }
  }
}
