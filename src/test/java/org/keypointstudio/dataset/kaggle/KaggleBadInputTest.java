package org.keypointstudio.dataset.kaggle;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.keypointstudio.dataset.kaggle.KaggleText.gzip;
import static org.keypointstudio.dataset.kaggle.KaggleText.header;
import static org.keypointstudio.dataset.kaggle.KaggleText.image;
import static org.keypointstudio.dataset.kaggle.KaggleText.row;
import static org.keypointstudio.dataset.kaggle.KaggleText.zip;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;

class KaggleBadInputTest {
  private static final String FULL_IMAGE = image(9216, 0);

  @TempDir private Path folder;

  private static String problemWith(Path file) {
    DataSetException problem =
        catchThrowableOfType(
            DataSetException.class,
            () -> new KaggleCsvReader().read(file, TaskContext.unattended()));
    assertThat(problem).as("opening must fail").isNotNull();
    assertThat(problem.getMessage())
        .startsWith(String.valueOf(file.getFileName()))
        .endsWith(".")
        .doesNotContain("\n")
        .hasSizeLessThan(300);
    return problem.getMessage();
  }

  private String problemWith(String text) {
    return problemWith(KaggleText.write(folder.resolve("training.csv"), text.getBytes(UTF_8)));
  }

  private String problemWithRows(String... rows) {
    return problemWith(header() + "\n" + String.join("\n", rows) + "\n");
  }

  private String problemWithBytes(String name, byte[] bytes) {
    return problemWith(KaggleText.write(folder.resolve(name), bytes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b,c|there is no column Image (the first of 3 columns is \"a\")",
        "a;b;Image|not separated by commas",
        "nose_tip_x,Image|a column nose_tip_x but no nose_tip_y",
        "nose_tip_x,nose_tip_y,nose_tip_x,Image|the column nose_tip_x is there twice",
        "\"nose_tip_x,Image|a quote is not closed",
        "RowId,ImageId,FeatureName,Location|there is no column Image",
      })
  void a_wrong_header_is_named(String header, String problem) {
    assertThat(problemWith(header + "\n1,2,3,4\n")).contains("header: ").contains(problem);
  }

  @Test
  void a_ragged_row_is_named_by_row_and_line() {
    assertThat(problemWithRows(row(FULL_IMAGE), "", row(FULL_IMAGE) + ",7", row(FULL_IMAGE)))
        .isEqualTo(
            "training.csv, row 2 (line 4): there are 32 cells instead of the header's 31; "
                + "add or remove the commas that are wrong.");
    assertThat(problemWithRows(row(FULL_IMAGE).substring(1)))
        .contains("row 1 (line 2): there are 30 cells instead of the header's 31");
  }

  @Test
  void a_missing_or_additional_pixel_is_counted() {
    String restore = "; restore this row's image from the original file.";
    assertThat(problemWithRows(row(FULL_IMAGE), row(image(9215, 0))))
        .isEqualTo(
            "training.csv, row 2 (line 3), column Image: there are 9,215 pixels instead of 9,216"
                + restore);
    assertThat(problemWithRows(row(FULL_IMAGE), row(image(9217, 0))))
        .contains("row 2 (line 3), column Image: there are 9,217 pixels instead of 9,216");
    assertThat(problemWithRows(row(image(9215, 0)), row(FULL_IMAGE)))
        .contains("row 1 (line 2), column Image: 9,215 pixels are no square image");
    assertThat(problemWithRows(row("")))
        .contains("row 1 (line 2), column Image: 0 pixels are no square image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"256", "abc", "-1", "1.5", "0256", "٣", "99999999999999999999"})
  void a_pixel_that_is_no_grey_value_is_shown(String pixel) {
    String image = "0 1 2 " + pixel;

    assertThat(problemWithRows(row("0 1 2 3"), row(image)))
        .contains("row 2 (line 3), column Image: pixel 4 is \"" + pixel)
        .contains("instead of a whole number from 0 to 255");
    assertThat(problemWithRows(row(image))).contains("pixel 4 is \"" + pixel);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "nan", "Infinity", "-inf", "1e999", "abc", "0x1p3", "1d", "--1"})
  void a_coordinate_that_is_no_number_is_shown(String text) {
    assertThat(problemWithRows(row("0 1 2 3", "1", "2", "3", text)))
        .isEqualTo(
            "training.csv, row 1 (line 2), column right_eye_center_y: \"%s\" is no number; write a coordinate in pixels such as 38.5, or leave the cell empty if the keypoint is not labelled."
                .formatted(text));
  }

  @Test
  void the_first_wrong_row_is_named_even_when_several_threads_read() {
    StringBuilder text = new StringBuilder(header()).append('\n');
    for (int i = 1; i <= 300; i++) {
      text.append(row(i == 123 || i > 200 ? FULL_IMAGE + " 0" : FULL_IMAGE)).append('\n');
    }

    assertThat(problemWith(text.toString())).contains("row 123 (line 124)");
  }

  @Test
  void a_last_row_that_is_cut_off_is_recognised() {
    assertThat(problemWith(header() + "\n" + row("0 1 2 3") + "\n" + row("0 1 2")))
        .contains("row 2 (line 3), column Image: there are 3 pixels instead of 4")
        .contains("the file ends in the middle of this row");
    assertThat(problemWith(header() + "\n" + row("0 1 2 3") + "\n1.5,2.5,3"))
        .contains("there are 3 cells")
        .contains("the file ends in the middle of this row");
  }

  @Test
  void a_file_that_changes_while_it_is_read_is_refused() throws IOException {
    StringBuilder text = new StringBuilder(header()).append('\n');
    for (int i = 0; i < 100; i++) {
      text.append(row(FULL_IMAGE)).append('\n');
    }
    Path file = Files.writeString(folder.resolve("training.csv"), text);
    TaskContext appendsARow =
        new TaskContext(
            new CancelToken(),
            progress -> {
              try {
                Files.writeString(file, row(FULL_IMAGE) + "\n", StandardOpenOption.APPEND);
              } catch (IOException problem) {
                throw new AssertionError(problem);
              }
            });

    assertThatThrownBy(() -> new KaggleCsvReader().read(file, appendsARow))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("was written to while it was being read");
  }

  @Test
  void files_that_hold_nothing_say_so() {
    assertThat(problemWith("")).contains("is empty");
    assertThat(problemWith(header())).contains("holds no faces");
    assertThat(problemWith(header() + "\n\r\n\n")).contains("holds no faces");
    assertThat(problemWith("\n" + header() + "\n")).contains("header: there is no column Image");
  }

  @Test
  void what_is_no_file_says_so() throws IOException {
    assertThat(problemWith(Files.createDirectory(folder.resolve("faces")))).contains("is a folder");
    assertThat(problemWith(folder.resolve("missing.csv"))).contains("does not exist");
  }

  @Test
  void a_file_without_permission_says_so() throws IOException {
    Path file = KaggleText.write(folder.resolve("training.csv"), header(), row("1 2 3 4"));
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(file)).as("this user may read everything").isFalse();

    assertThat(problemWith(file)).contains("may not be read");
  }

  @Test
  void what_is_no_text_says_so() {
    assertThat(problemWithBytes("face.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1}))
        .contains("is not a text file");
    assertThat(problemWithBytes("wide.csv", header().getBytes(UTF_16)))
        .contains("is text in UTF-16");
  }

  @Test
  void a_line_of_two_gigabytes_is_refused_at_once() throws IOException {
    Path asHeader = KaggleText.write(folder.resolve("header.csv"), new byte[0]);
    Path asRow = KaggleText.write(folder.resolve("row.csv"), header(), row("0 1 2 3"));
    for (Path file : new Path[] {asHeader, asRow}) {
      try (RandomAccessFile growing = new RandomAccessFile(file.toFile(), "rw")) {
        growing.seek(growing.length());
        growing.write("x".repeat(5000).getBytes(UTF_8));
        growing.setLength(2L << 30);
      }
    }

    assertThat(problemWith(asHeader)).contains("header (line 1): the line is longer");
    assertThat(problemWith(asRow)).contains("row 2 (line 3): the line is longer");
  }

  @Test
  void images_that_do_not_fit_into_memory_are_refused() {
    Path file = KaggleText.write(folder.resolve("training.csv"), header(), row(FULL_IMAGE));

    assertThatThrownBy(() -> new KaggleCsvReader(9215, 1).read(file, TaskContext.unattended()))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("does not fit into memory");
  }

  @Test
  void broken_zip_archives_are_refused() throws IOException {
    byte[] csv = (header() + "\n" + row(FULL_IMAGE) + "\n").getBytes(UTF_8);
    byte[] whole = zip(Map.of("training.csv", csv));

    byte[] longer = Arrays.copyOf(whole, whole.length + 5);
    assertThat(problemWithBytes("longer.zip", longer))
        .contains("has 5 bytes behind the end of its zip archive");
    assertThat(problemWithBytes("cut.zip", Arrays.copyOf(whole, whole.length / 2)))
        .contains("zip archive without an end");
    byte[] damaged = whole.clone();
    damaged[200] ^= 0x55;
    assertThat(problemWithBytes("damaged.zip", damaged)).contains("damaged");
    byte[] encrypted = whole.clone();
    encrypted[6] |= 1;
    encrypted[indexOf(encrypted, 'P', 'K', 1, 2) + 8] |= 1;
    assertThat(problemWithBytes("encrypted.zip", encrypted)).contains("is encrypted");
    assertThat(problemWithBytes("two.zip", zip(Map.of("a.csv", csv, "b.csv", csv))))
        .contains("holds several files");
    assertThat(problemWithBytes("none.zip", zip(Map.of()))).contains("is an empty zip archive");
  }

  private static int indexOf(byte[] bytes, int... pattern) {
    for (int i = 0; i < bytes.length; i++) {
      int start = i;
      if (IntStream.range(0, pattern.length).allMatch(k -> bytes[start + k] == pattern[k])) {
        return i;
      }
    }
    throw new AssertionError("pattern not found");
  }

  @Test
  void broken_gzip_files_are_refused() throws IOException {
    byte[] whole = gzip((header() + "\n" + row(FULL_IMAGE) + "\n").getBytes(UTF_8));

    assertThat(problemWithBytes("cut.gz", Arrays.copyOf(whole, whole.length - 9)))
        .contains("damaged or cut off")
        .doesNotContain("null");
    byte[] longer = Arrays.copyOf(whole, whole.length + 5);
    longer[whole.length] = 'x';
    assertThat(problemWithBytes("longer.gz", longer)).contains("damaged or cut off");
    byte[] damaged = whole.clone();
    damaged[100] ^= 0x55;
    assertThat(problemWithBytes("damaged.gz", damaged)).contains("damaged or cut off");
  }

  @Test
  void a_small_file_that_unpacks_to_far_too_much_is_refused() throws IOException {
    byte[] bomb =
        (header() + "\n" + row("0 1 2 3") + "\n" + "\n".repeat(80_000_000)).getBytes(UTF_8);

    assertThat(problemWithBytes("bomb.csv.gz", gzip(bomb)))
        .contains("unpacks to more than 200 times");
    assertThat(problemWithBytes("bomb.zip", zip(Map.of("training.csv", bomb))))
        .contains("unpacks to more than 200 times");
  }
}
