package org.keypointstudio.dataset.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.kaggle.KaggleCsvReader;
import org.keypointstudio.dataset.kaggle.KaggleText;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.TaskContext;

class CsvRoundTripTest {
  private static final int KEYPOINTS = 3;

  private static CsvBackedDataSet open(Path file) throws IOException {
    return new KaggleCsvReader().read(file, TaskContext.unattended());
  }

  /** A row of cells: six coordinates and an image. */
  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> number =
        Arbitraries.oneOf(
            Arbitraries.of("1.50", "007", "-3.", ".25", "6e1", "1E-3", "66.0335639098", "+4"),
            Arbitraries.doubles().between(-10, 110).ofScale(9).map(String::valueOf));
    Arbitrary<String> coordinate =
        Arbitraries.oneOf(number, number.map(n -> '"' + n + '"'), number.map(n -> ' ' + n + ' '));
    Arbitrary<String> cell = coordinate.injectNull(0.3).map(text -> text == null ? "" : text);
    Arbitrary<String> image = Arbitraries.of("1 2 3 4", "\"0 0 0 255\"", "05 6 7  8", "9 9 9 9 ");
    return Combinators.combine(cell.list().ofSize(2 * KEYPOINTS), image)
        .as(
            (cells, pixels) -> {
              List<String> row = new ArrayList<>(cells);
              row.add(pixels);
              return row;
            })
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<Keypoint> keypoints() {
    Arbitrary<Double> coordinate =
        Arbitraries.oneOf(
                Arbitraries.doubles().between(-1e6, 1e6),
                Arbitraries.doubles().between(0, 96).ofScale(2))
            .map(value -> value + 0.0); // a negative zero is written as zero
    return Arbitraries.oneOf(
        Combinators.combine(coordinate, coordinate).as(Keypoint::visible),
        Arbitraries.just(Keypoint.unlabelled()));
  }

  @Property(tries = 300)
  void a_changed_keypoint_changes_its_two_cells_and_no_other(
      @ForAll("tables") List<List<String>> table,
      @ForAll("keypoints") Keypoint value,
      @ForAll int anyRow,
      @ForAll int anyKeypoint,
      @ForAll("lineEnds") String lineEnd)
      throws IOException {
    int row = Math.floorMod(anyRow, table.size());
    int keypoint = Math.floorMod(anyKeypoint, KEYPOINTS);
    Path file = Files.createTempFile("round-trip", ".csv");
    try {
      Files.writeString(file, text(table, lineEnd));
      CsvBackedDataSet faces = open(file);
      List<Annotation> current = new ArrayList<>();
      for (int i = 0; i < faces.size(); i++) {
        current.add(faces.annotation(i));
      }
      current.set(row, current.get(row).with(keypoint, value));

      new CsvSaver().save(faces, current, file, TaskContext.unattended());

      CsvBackedDataSet reopened = open(file);
      List<List<String>> expected =
          table.stream().map(cells -> (List<String>) new ArrayList<>(cells)).toList();
      String[] cells = Files.readString(file).split(lineEnd, -1)[row + 1].split(",", -1);
      expected.get(row).set(2 * keypoint, cells[2 * keypoint]);
      expected.get(row).set(2 * keypoint + 1, cells[2 * keypoint + 1]);
      assertThat(file).hasContent(text(expected, lineEnd));
      assertThat(Files.readString(file)).isEqualTo(text(expected, lineEnd));
      for (int i = 0; i < faces.size(); i++) {
        assertThat(reopened.annotation(i)).isEqualTo(current.get(i));
      }
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<String> lineEnds() {
    return Arbitraries.of("\n", "\r\n", "\r\r\n");
  }

  private static String text(List<List<String>> table, String lineEnd) {
    StringBuilder text = new StringBuilder("a_x,a_y,b_x,b_y,c_x,c_y,Image").append(lineEnd);
    for (List<String> cells : table) {
      text.append(String.join(",", cells)).append(lineEnd);
    }
    return text.toString();
  }

  @Property
  void numbers_are_written_in_plain_notation_and_read_back_the_same(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double value)
      throws CoordinateCell.NotANumberException {
    String text = CoordinateCell.format(value);

    assertThat(text).matches("-?\\d+(\\.\\d+)?");
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(CoordinateCell.parse(bytes, 0, bytes.length)).isEqualTo(value + 0.0);
  }

  @Test
  void pandas_reads_a_saved_file_as_it_read_the_original(@TempDir Path folder)
      throws IOException, InterruptedException {
    Optional<String> python = pythonWithPandas(folder);
    assumeThat(python).as("python3 with pandas is not installed").isPresent();
    Path file =
        KaggleText.write(
            folder.resolve("training.csv"),
            KaggleText.header(),
            KaggleText.row("1 2 3 4", "66.0335639098", "39.0022736842", "30.2270075188", "36.5"),
            KaggleText.row("5 6 7 8", "", "", "1", "2"));
    Files.copy(file, folder.resolve("original.csv"));
    CsvBackedDataSet faces = open(file);
    List<Annotation> current =
        List.of(
            faces.annotation(0).with(1, Keypoint.visible(31.25, 36.5)),
            faces.annotation(1).with(0, Keypoint.visible(60, 40.125)));

    new CsvSaver().save(faces, current, file, TaskContext.unattended());

    assertThat(
            run(
                python.orElseThrow(),
                folder,
                """
                import pandas
                a = pandas.read_csv('original.csv')
                b = pandas.read_csv('training.csv')
                a.loc[0, 'right_eye_center_x'] = 31.25
                a.loc[1, 'left_eye_center_x'] = 60
                a.loc[1, 'left_eye_center_y'] = 40.125
                pandas.testing.assert_frame_equal(a, b, check_exact=True)
                """))
        .isZero();
  }

  private static Optional<String> pythonWithPandas(Path folder) throws InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (run(python, folder, "import pandas") == 0) {
        return Optional.of(python);
      }
    }
    return Optional.empty();
  }

  private static int run(String command, Path folder, String script) throws InterruptedException {
    try {
      Process python =
          new ProcessBuilder(command, "-c", script)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("python.log").toFile())
              .start();
      return python.waitFor(60, TimeUnit.SECONDS) ? python.exitValue() : -1;
    } catch (IOException _) {
      return -1; // there is no such program
    }
  }
}
