package org.keypointstudio.ui.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.dataset.kaggle.KaggleText;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.fake.FakeWindow;

class BackupsViewModelTest {
  private @TempDir Path folder;
  private FakeWindow window;

  @BeforeEach
  void open_a_file() {
    String row = KaggleText.row(KaggleText.image(16, 5), "1", "2");
    Path data = KaggleText.write(folder.resolve("training.csv"), KaggleText.header(), row, row);
    window = new FakeWindow(new DataSetFiles(), folder);
    window.files().open(data);
  }

  private AnnotationDocument document() {
    return window.session().openDataSet().orElseThrow().document();
  }

  private void saveWith(double x) {
    document().setKeypoint(0, 0, Keypoint.visible(x, 2));
    document()
        .setLabels(0, document().labels(0).withNotes(FaceNotes.NONE.withNote("x " + x)), "Note");
    window.files().save();
  }

  @Test
  void an_earlier_version_comes_back_as_unsaved_changes() {
    saveWith(10);
    saveWith(20);
    saveWith(30);
    window.dialogs().willChooseEntry(1);

    window.backups().restoreChosen();

    assertThat(document().annotation(0).keypoint(0)).isEqualTo(Keypoint.visible(10, 2));
    assertThat(document().labels(0).notes().note()).isEqualTo("x 10.0");
    assertThat(window.session().dirtyProperty().get()).isTrue();

    document().undo();
    assertThat(document().annotation(0).keypoint(0)).isEqualTo(Keypoint.visible(30, 2));
    assertThat(window.session().dirtyProperty().get()).isFalse();
  }

  @Test
  void before_the_first_save_there_is_no_backup_and_that_is_said() {
    window.backups().restoreChosen();

    assertThat(window.notifications().shown().getLast().message())
        .contains("There is no backup of training.csv yet");
  }

  @Test
  void a_person_who_wants_no_backups_gets_none() {
    window.settings().update(present -> present.withBackups(0));

    saveWith(10);

    assertThat(FakeWindow.project(folder.resolve("training.csv"), folder).backups()).doesNotExist();
  }
}
