package org.keypointstudio.dataset.kaggle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.keypointstudio.dataset.kaggle.KaggleText.header;
import static org.keypointstudio.dataset.kaggle.KaggleText.image;
import static org.keypointstudio.dataset.kaggle.KaggleText.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.Progress;
import org.keypointstudio.task.TaskContext;

class KaggleCsvReaderTest {
  @TempDir private Path folder;

  private static KaggleDataSet read(Path file) throws IOException {
    return new KaggleCsvReader().read(file, TaskContext.unattended());
  }

  private KaggleDataSet read(String text) throws IOException {
    return read(KaggleText.write(folder.resolve("training.csv"), text.getBytes(UTF_8)));
  }

  private static byte[] pixels(GrayImage image) {
    byte[] pixels = new byte[image.size().pixelCount()];
    image.copyTo(pixels, 0);
    return pixels;
  }

  @Test
  void a_row_becomes_a_face_with_its_image_and_its_keypoints() throws IOException {
    KaggleDataSet faces =
        read(
            header()
                + "\n"
                + row("0 17 128 255", "66.03356391", "39.00227368")
                + "\n"
                + row(image(4, 5), "1", "2", "-3.5", "4e1")
                + "\n");

    assertThat(faces.size()).isEqualTo(2);
    assertThat(faces.schema()).isEqualTo(KeypointSchema.kaggle15());
    assertThat(faces.face(1).name()).isEqualTo("row 2");
    assertThat(faces.image(0).size()).isEqualTo(new ImageSize(2, 2));
    assertThat(pixels(faces.image(0))).containsExactly(0, 17, 128, 255);
    assertThat(pixels(faces.image(1))).containsExactly(5, 6, 7, 8);
    assertThat(faces.annotation(0))
        .isEqualTo(Annotation.unlabelled(15).with(0, Keypoint.visible(66.03356391, 39.00227368)));
    assertThat(faces.annotation(1).keypoint(1)).isEqualTo(Keypoint.visible(-3.5, 40));
    assertThat(faces.annotation(1).placedCount()).isEqualTo(2);
  }

  @Test
  void the_first_faces_of_a_long_file_come_before_the_others() throws IOException {
    String[] lines = new String[501];
    lines[0] = header();
    for (int i = 1; i < lines.length; i++) {
      lines[i] = row(image(1024, i), String.valueOf(i), "2");
    }
    Path file = KaggleText.write(folder.resolve("long.csv"), lines);
    List<KaggleDataSet> first = new ArrayList<>();

    KaggleDataSet all =
        new KaggleCsvReader().read(CsvSource.of(file), TaskContext.unattended(), first::add);

    assertThat(first).hasSize(1);
    assertThat(first.getFirst().size()).isBetween(1, all.size() - 1);
    assertThat(first.getFirst().annotation(2)).isEqualTo(all.annotation(2));
    assertThat(pixels(first.getFirst().image(2))).isEqualTo(pixels(all.image(2)));
    assertThat(first.getFirst().face(2)).isEqualTo(all.face(2));
  }

  @Test
  void a_short_file_comes_all_at_once() throws IOException {
    Path file = KaggleText.write(folder.resolve("short.csv"), header(), row("1 2 3 4"));
    List<KaggleDataSet> first = new ArrayList<>();

    new KaggleCsvReader().read(CsvSource.of(file), TaskContext.unattended(), first::add);

    assertThat(first).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r\r\n"})
  void every_line_end_that_copies_of_the_file_have_is_read(String lineEnd) throws IOException {
    String text = header() + lineEnd + row("1 2 3 4", "5", "6") + lineEnd + lineEnd;

    KaggleDataSet faces = read(text + row("9 8 7 6"));

    assertThat(faces.size()).isEqualTo(2);
    assertThat(pixels(faces.image(1))).containsExactly(9, 8, 7, 6);
    assertThat(faces.annotation(0).keypoint(0)).isEqualTo(Keypoint.visible(5, 6));
  }

  @Test
  void a_byte_order_mark_quotes_and_spaces_do_no_harm() throws IOException {
    KaggleDataSet faces =
        read(
            "\ufeff\"Image\",\"nose_tip_x\", nose_tip_y ,note\n"
                + "\"1 2  3 4 \",\" 5.5\",6,\"a, \"\"b\"\"\"\n"
                + "1 2 3 4,7,8,\n");

    assertThat(faces.schema().keypointNames()).containsExactly("nose_tip");
    assertThat(pixels(faces.image(0))).containsExactly(1, 2, 3, 4);
    assertThat(faces.annotation(0).keypoint(0)).isEqualTo(Keypoint.visible(5.5, 6));
    assertThat(faces.annotation(1).keypoint(0)).isEqualTo(Keypoint.visible(7, 8));
  }

  @Test
  void columns_in_any_order_keep_the_order_of_the_schema() throws IOException {
    List<String> names = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 14; i >= 0; i--) {
      String name = KeypointSchema.kaggle15().keypointNames().get(i);
      names.add(name + "_y");
      names.add(name + "_x");
      cells.add(String.valueOf(100 + i));
      cells.add(String.valueOf(i));
    }
    KaggleDataSet faces =
        read(
            "Image,subject,%s\n1,Ann,%s\n"
                .formatted(String.join(",", names), String.join(",", cells)));

    assertThat(faces.schema()).isEqualTo(KeypointSchema.kaggle15());
    assertThat(IntStream.range(0, 15).mapToObj(faces.annotation(0)::keypoint))
        .isEqualTo(IntStream.range(0, 15).mapToObj(i -> Keypoint.visible(i, 100.0 + i)).toList());
  }

  @Test
  void other_keypoints_get_flip_pairs_from_their_names() throws IOException {
    KaggleDataSet faces =
        read("left_eye_x,left_eye_y,nose_x,nose_y,right_eye_x,right_eye_y,Image\n1,2,3,4,5,6,7\n");

    assertThat(faces.schema().keypointNames()).containsExactly("left_eye", "nose", "right_eye");
    assertThat(faces.schema().flipPartner(0)).isEqualTo(2);
    assertThat(faces.schema().flipPartner(1)).isEqualTo(1);
    assertThat(faces.schema().interOcularPairs()).hasSize(1);
  }

  @Test
  void a_test_file_without_labels_has_fifteen_unlabelled_keypoints() throws IOException {
    KaggleDataSet faces = read("ImageId,Image\n1,1 2 3 4\n2,5 6 7 8\n");

    assertThat(faces.size()).isEqualTo(2);
    assertThat(faces.annotation(1)).isEqualTo(Annotation.unlabelled(15));
  }

  @Test
  void half_a_point_is_no_label() throws IOException {
    KaggleDataSet faces = read(header() + "\n" + row("1 2 3 4", "5", "") + "\n");

    assertThat(faces.annotation(0)).isEqualTo(Annotation.unlabelled(15));
  }

  @Test
  void the_content_and_not_the_name_tells_how_a_file_is_packed() throws IOException {
    byte[] text = (header() + "\n" + row("1 2 3 4", "5", "6") + "\n").getBytes(UTF_8);
    Map<String, byte[]> packed =
        Map.of(
            "plain.zip", text,
            "gzip.csv", KaggleText.gzip(text),
            "zip.csv", KaggleText.zip(Map.of("training.csv", text)),
            "odd.name", KaggleText.zip(Map.of("data/faces", text, "__MACOSX/x.csv", text)),
            "two.zip", KaggleText.zip(Map.of("a/training.csv", text, "test.csv", text)));

    for (Map.Entry<String, byte[]> file : packed.entrySet()) {
      KaggleDataSet faces = read(KaggleText.write(folder.resolve(file.getKey()), file.getValue()));
      assertThat(faces.annotation(0).keypoint(0)).isEqualTo(Keypoint.visible(5, 6));
    }
  }

  @Test
  void many_blocks_of_rows_keep_their_order() throws IOException {
    int rows = 400;
    StringBuilder text = new StringBuilder(header()).append('\n');
    for (int i = 0; i < rows; i++) {
      text.append(row(image(96 * 96, i), String.valueOf(i), "0.25")).append("\n");
    }

    KaggleDataSet faces = read(text.toString());

    assertThat(text.length()).isGreaterThan(10_000_000);
    assertThat(faces.size()).isEqualTo(rows);
    for (int i = 0; i < rows; i++) {
      assertThat(faces.image(i).at(0, 0)).isEqualTo(i % 256);
      assertThat(faces.annotation(i).x(0)).isEqualTo(i);
    }
  }

  @Test
  void reading_reports_progress_and_stops_when_cancelled() throws IOException {
    StringBuilder text = new StringBuilder(header()).append('\n');
    for (int i = 0; i < 200; i++) {
      text.append(row(image(96 * 96, i))).append("\n");
    }
    Path file = KaggleText.write(folder.resolve("t.csv"), text.toString().getBytes(UTF_8));
    CancelToken token = new CancelToken();
    List<Progress> reports = new ArrayList<>();
    TaskContext context =
        new TaskContext(
            token,
            progress -> {
              reports.add(progress);
              if (reports.size() == 3) {
                token.cancel();
              }
            });

    assertThatThrownBy(() -> new KaggleCsvReader().read(file, context))
        .isInstanceOf(CancellationException.class);
    assertThat(reports).hasSize(3);
    assertThat(reports.getLast().total()).isEqualTo(Files.size(file));
    assertThat(reports.getLast().fraction()).isBetween(0.1, 1.0);
  }

  @Provide
  Arbitrary<List<double[]>> coordinates() {
    Arbitrary<Double> coordinate =
        Arbitraries.oneOf(
            Arbitraries.doubles().between(-20, 120).ofScale(12),
            Arbitraries.doubles().between(-1e6, 1e6),
            Arbitraries.just(Double.NaN));
    return Combinators.combine(coordinate, coordinate)
        .as((x, y) -> new double[] {x, y})
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property(tries = 200)
  void coordinates_are_read_exactly(@ForAll("coordinates") List<double[]> points)
      throws IOException {
    StringBuilder text = new StringBuilder("a_x,a_y,Image\n");
    for (double[] point : points) {
      for (double value : point) {
        text.append(Double.isNaN(value) ? "" : Double.toString(value)).append(',');
      }
      text.append("7\n");
    }
    Path file = Files.createTempFile("coordinates", ".csv");
    try {
      KaggleDataSet faces = read(Files.writeString(file, text));
      for (int i = 0; i < points.size(); i++) {
        assertThat(faces.annotation(i)).isEqualTo(Annotation.ofCoordinates(points.get(i)));
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void real_faces_open() throws IOException {
    Path realFaces = Path.of("../shared/data/faces96/training.zip");
    assumeThat(realFaces).as("real faces are not on this machine").exists();

    KaggleDataSet faces = read(realFaces);

    assertThat(faces.size()).isEqualTo(3666);
    assertThat(faces.image(0).size()).isEqualTo(new ImageSize(96, 96));
    assertThat(
            IntStream.range(0, faces.size()).filter(i -> faces.annotation(i).isComplete()).count())
        .isEqualTo(1113);
  }
}
