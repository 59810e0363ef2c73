package org.keypointstudio.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.dataset.file.KnownFormats;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.convert.Conversion;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.ui.fake.FakeWindow;
import org.keypointstudio.ui.mapping.MappingViewModel;
import org.keypointstudio.ui.notification.Notification;

class ExportAsViewModelTest {
  private final DataSetFiles store = new DataSetFiles();
  private final Conversion conversion = new Conversion(KnownFormats.all());
  private @TempDir Path folder;
  private FakeWindow window;
  private MappingViewModel mapping;
  private ExportAsViewModel export;

  @BeforeEach
  void open_a_folder_of_pictures() throws IOException {
    Path pictures = Files.createDirectories(folder.resolve("in"));
    ImageIO.write(
        new BufferedImage(40, 20, BufferedImage.TYPE_BYTE_GRAY),
        "png",
        pictures.resolve("a.png").toFile());
    Files.writeString(pictures.resolve("labels.csv"), "image,eye_x,eye_y\na.png,1,2\n");
    window = new FakeWindow(store, folder.resolve("home"));
    mapping =
        new MappingViewModel(
            window.session(),
            new CurrentThreadTaskExecutor(),
            window.dialogs(),
            window.notifications());
    export =
        new ExportAsViewModel(
            window.session(),
            conversion,
            new CurrentThreadTaskExecutor(),
            window.dialogs(),
            mapping,
            window.notifications());
    window.files().open(pictures);
  }

  private void choose(String format, Path out) {
    int position = conversion.targets().indexOf(conversion.target(format).orElseThrow());
    window.dialogs().willChooseEntriesInTurn(position, 0);
    window.dialogs().willChoose(out);
  }

  @Test
  void unsaved_changes_are_exported_and_the_open_file_stays_as_it_is() throws IOException {
    Path out = folder.resolve("out/coco.json");
    window
        .session()
        .openDataSet()
        .orElseThrow()
        .document()
        .setKeypoint(0, 0, Keypoint.visible(7.5, 8));
    choose("coco", out);

    export.exportChosen();

    FaceDataSet exported = store.open(out, TaskContext.unattended());
    assertThat(exported.annotation(0).keypoint(0)).isEqualTo(Keypoint.visible(7.5, 8));
    assertThat(exported.imageSize(0).width()).isEqualTo(40);
    assertThat(window.session().dirtyProperty().get()).isTrue();
    assertThat(folder.resolve("in/labels.csv")).content().contains("a.png,1,2");
    assertThat(window.notifications().shown())
        .extracting(Notification::message)
        .contains("Exported 1 face to coco.json.");
  }

  @Test
  void a_person_decides_about_the_excluded_faces() throws IOException {
    Files.writeString(folder.resolve("in/labels.csv"), "image,eye_x,eye_y\na.png,1,2\na.png,3,4\n");
    window.files().open(folder.resolve("in"));
    AnnotationDocument document = window.session().openDataSet().orElseThrow().document();
    FaceNotes excluded = new FaceNotes("", new TreeSet<>(Set.of(FaceNotes.EXCLUDED)), false);
    document.setLabels(0, document.labels(0).withNotes(excluded), "Exclude");
    Path out = folder.resolve("out/coco.json");
    int coco = conversion.targets().indexOf(conversion.target("coco").orElseThrow());
    window.dialogs().willChooseEntriesInTurn(coco, 0, 0);
    window.dialogs().willChoose(out);

    export.exportChosen();

    assertThat(store.open(out, TaskContext.unattended()).size()).isEqualTo(1);
    assertThat(window.notifications().shown())
        .extracting(Notification::message)
        .contains("1 excluded face was left out.");
  }

  @Test
  void an_export_over_the_open_file_is_refused() {
    choose("csv", folder.resolve("in/labels.csv"));

    export.exportChosen();

    assertThat(window.notifications().shown())
        .extracting(Notification::message)
        .singleElement()
        .asString()
        .contains("is the data set itself");
  }
}
