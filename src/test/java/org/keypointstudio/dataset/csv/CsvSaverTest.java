package org.keypointstudio.dataset.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.kaggle.KaggleCsvReader;
import org.keypointstudio.dataset.kaggle.KaggleText;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.task.TaskContext;

class CsvSaverTest {
  private static final String TEXT =
      """
      nose_tip_x,nose_tip_y,note,"Image",eye_x,eye_y
      01.50,2.,"a, ""b "", c",1 2 3 4,,
      3,4,,"5 6 7 8",5.00000001,6e0
      7,,half,9 9 9 9,"8"," 9"
      """;

  private final CsvSaver saver = new CsvSaver();
  @TempDir private Path folder;

  private static CsvBackedDataSet open(Path file) throws IOException {
    return new KaggleCsvReader().read(file, TaskContext.unattended());
  }

  private CsvBackedDataSet save(CsvBackedDataSet faces, List<Annotation> current, Path target)
      throws IOException {
    return saver.save(faces, current, target, TaskContext.unattended());
  }

  private static List<Annotation> annotations(CsvBackedDataSet faces) {
    List<Annotation> annotations = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      annotations.add(faces.annotation(i));
    }
    return annotations;
  }

  private static List<Annotation> with(
      CsvBackedDataSet faces, int row, int keypoint, Keypoint value) {
    List<Annotation> annotations = annotations(faces);
    annotations.set(row, annotations.get(row).with(keypoint, value));
    return annotations;
  }

  private Path file(String text) {
    return KaggleText.write(folder.resolve("training.csv"), text.getBytes(UTF_8));
  }

  private List<Path> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void only_the_moved_coordinate_changes() throws IOException {
    Path file = file(TEXT);
    CsvBackedDataSet faces = open(file);

    save(faces, with(faces, 0, 0, Keypoint.visible(1.75, 2)), file);

    assertThat(file).hasContent(TEXT.replace("01.50,2.,", "1.75,2.,"));
  }

  @Test
  void placed_cleared_and_quoted_cells_are_rewritten_alone() throws IOException {
    Path file = file(TEXT);
    CsvBackedDataSet faces = open(file);
    List<Annotation> current = annotations(faces);
    current.set(0, current.get(0).with(1, Keypoint.visible(10, 0.1)));
    current.set(1, current.get(1).with(0, Keypoint.absent()));
    current.set(2, current.get(2).with(1, new Keypoint(1e-7, 123456.789, Visibility.OCCLUDED)));

    save(faces, current, file);

    assertThat(file)
        .hasContent(
            TEXT.replace("1 2 3 4,,\n", "1 2 3 4,10.0,0.1\n")
                .replace("3,4,,", ",,,")
                .replace("\"8\",\" 9\"", "\"0.00000010\",\"123456.789\""));
  }

  @Test
  void half_a_point_stays_until_it_is_placed() throws IOException {
    Path file = file(TEXT);
    CsvBackedDataSet faces = open(file);

    CsvBackedDataSet saved = save(faces, with(faces, 2, 1, Keypoint.unlabelled()), file);
    assertThat(file).hasContent(TEXT.replace("\"8\",\" 9\"", "\"\",\"\""));

    save(saved, with(saved, 2, 0, Keypoint.visible(7, 1)), file);
    assertThat(file)
        .hasContent(TEXT.replace("\"8\",\" 9\"", "\"\",\"\"").replace("7,,half", "7,1.0,half"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r\r\n"})
  void line_ends_blank_lines_and_the_byte_order_mark_stay(String lineEnd) throws IOException {
    String text =
        ("\ufeff" + TEXT.replace("3,4,,", "\n3,4,,").stripTrailing()).replace("\n", lineEnd);
    Path file = file(text);
    CsvBackedDataSet faces = open(file);

    save(faces, with(faces, 1, 0, Keypoint.visible(3, 5)), file);

    assertThat(Files.readString(file)).isEqualTo(text.replace("3,4,,", "3,5.0,,"));
  }

  @Test
  void each_save_goes_on_from_the_last_one() throws IOException {
    Path file = file(TEXT);
    CsvBackedDataSet first = open(file);

    CsvBackedDataSet second = save(first, with(first, 0, 0, Keypoint.visible(1, 1)), file);
    CsvBackedDataSet third = save(second, with(second, 0, 0, Keypoint.visible(1, 2)), file);
    save(third, annotations(first), file);

    assertThat(file).hasContent(TEXT.replace("01.50,2.,", "1.5,2.0,"));
    assertThat(annotations(open(file))).isEqualTo(annotations(first));
    assertThat(third.image(1).at(1, 1)).isEqualTo(8);
  }

  @Test
  void saving_without_a_change_does_not_touch_the_file() throws IOException {
    Path file = file(TEXT);
    CsvBackedDataSet faces = open(file);
    Files.delete(file);
    KaggleText.write(file, "not what was opened".getBytes(UTF_8));

    save(faces, annotations(faces), file);

    assertThat(file).hasContent("not what was opened");
  }

  @Test
  void a_copy_leaves_the_original_and_is_the_new_file() throws IOException {
    Path file = file(TEXT);
    Path copy = folder.resolve("copy.csv.gz");
    CsvBackedDataSet faces = open(file);

    CsvBackedDataSet saved = save(faces, with(faces, 1, 0, Keypoint.visible(3, 5)), copy);

    assertThat(file).hasContent(TEXT);
    assertThat(saved.path()).isEqualTo(copy);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(copy))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(TEXT.replace("3,4,,", "3,5.0,,"));
    }
  }

  @Test
  void a_gzip_file_stays_one_whatever_its_name() throws IOException {
    Path file = KaggleText.write(folder.resolve("t.csv"), KaggleText.gzip(TEXT.getBytes(UTF_8)));
    CsvBackedDataSet faces = open(file);

    save(faces, with(faces, 1, 0, Keypoint.visible(3, 5)), file);

    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(TEXT.replace("3,4,,", "3,5.0,,"));
    }
  }

  @Test
  void the_other_files_in_an_archive_stay() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("readme.txt", "hello".getBytes(UTF_8));
    entries.put("data/training.csv", TEXT.getBytes(UTF_8));
    entries.put("test.csv", "ImageId,Image\n".getBytes(UTF_8));
    Path file = KaggleText.write(folder.resolve("training.zip"), KaggleText.zip(entries));
    CsvBackedDataSet faces = open(file);

    CsvBackedDataSet saved = save(faces, with(faces, 1, 0, Keypoint.visible(3, 5)), file);

    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName)).containsExactlyElementsOf(entries.keySet());
      assertThat(zip.getInputStream(zip.getEntry("readme.txt"))).hasContent("hello");
      assertThat(zip.getInputStream(zip.getEntry("data/training.csv")))
          .hasContent(TEXT.replace("3,4,,", "3,5.0,,"));
    }
    assertThat(annotations(open(file))).isEqualTo(annotations(saved));
  }

  @Test
  void a_file_without_labels_gets_columns_for_them() throws IOException {
    Path file = file("ImageId,Image\n1,1 2 3 4\n2,5 6 7 8\n");
    CsvBackedDataSet faces = open(file);

    CsvBackedDataSet saved = save(faces, with(faces, 1, 0, Keypoint.visible(3, 5)), file);

    assertThat(Files.readAllLines(file).getFirst()).isEqualTo("ImageId," + KaggleText.header());
    assertThat(Files.readAllLines(file).getLast())
        .isEqualTo("2," + KaggleText.row("5 6 7 8", "3.0", "5.0"));
    save(saved, with(saved, 0, 0, Keypoint.visible(1, 2)), file);
    assertThat(open(file).annotation(0).keypoint(0)).isEqualTo(Keypoint.visible(1, 2));
  }

  @Test
  void a_file_that_another_program_changed_is_left_alone() throws IOException {
    Path file = file(TEXT);
    CsvBackedDataSet faces = open(file);
    String newer = TEXT + "1,2,,1 1 1 1,,\n";
    Files.writeString(file, newer);

    assertThatThrownBy(() -> save(faces, with(faces, 1, 0, Keypoint.visible(3, 5)), file))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("training.csv was changed by another program");
    assertThat(file).hasContent(newer);
    assertThat(filesInFolder()).containsExactly(file);
  }

  @Test
  void a_save_that_fails_half_way_leaves_the_old_file_and_nothing_else() throws IOException {
    Path file = file(TEXT);

    assertThatThrownBy(
            () ->
                AtomicFile.replace(
                    file,
                    temporary -> {
                      Files.writeString(temporary, "half");
                      throw new IOException("No space left on device");
                    }))
        .hasMessage("No space left on device");

    assertThat(file).hasContent(TEXT);
    assertThat(filesInFolder()).containsExactly(file);
  }

  @Test
  void a_cancelled_save_leaves_the_old_file_and_nothing_else() throws IOException {
    Path file = file(TEXT);
    CsvBackedDataSet faces = open(file);
    TaskContext context = TaskContext.unattended();
    context.cancelToken().cancel();
    List<Annotation> current = with(faces, 1, 0, Keypoint.absent());

    assertThatThrownBy(() -> saver.save(faces, current, file, context))
        .isInstanceOf(CancellationException.class);
    assertThat(file).hasContent(TEXT);
    assertThat(filesInFolder()).containsExactly(file);
  }

  @Test
  void a_target_that_cannot_be_written_is_named() throws IOException {
    Path file = file(TEXT);
    CsvBackedDataSet faces = open(file);

    assertThatThrownBy(() -> save(faces, annotations(faces), folder.resolve("none/x.csv")))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("x.csv could not be saved (its folder does not exist)");
    assertThatThrownBy(() -> save(faces, annotations(faces), folder))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("is a folder");
  }

  @Test
  void permissions_and_links_stay() throws IOException {
    Path file = file(TEXT);
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    CsvBackedDataSet faces = open(link);

    save(faces, with(faces, 1, 0, Keypoint.visible(3, 5)), link);

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent(TEXT.replace("3,4,,", "3,5.0,,"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void a_write_protected_file_is_not_replaced() throws IOException {
    Path file = file(TEXT);
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeThat(Files.isWritable(file)).as("this user may write everywhere").isFalse();
    CsvBackedDataSet faces = open(file);

    assertThatThrownBy(() -> save(faces, with(faces, 1, 0, Keypoint.absent()), file))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("it is write-protected");
  }
}
