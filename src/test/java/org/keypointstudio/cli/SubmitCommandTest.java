package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keypointstudio.dataset.kaggle.KaggleText.gzip;
import static org.keypointstudio.dataset.kaggle.KaggleText.image;
import static org.keypointstudio.dataset.kaggle.KaggleText.write;
import static org.keypointstudio.dataset.kaggle.KaggleText.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.task.TaskContext;

class SubmitCommandTest {
  private static final String HEADER = "RowId,ImageId,FeatureName,Location";
  private final CommandLineFixture commands = new CommandLineFixture();
  @TempDir private Path folder;
  private Path test;
  private Path out;

  @BeforeEach
  void writeTest() {
    // The numbers are not the positions.
    test =
        write(
            folder.resolve("test.csv"),
            "ImageId,Image",
            "7," + image(16, "50"),
            "3," + image(16, "200"));
    out = folder.resolve("submission.csv");
    commands.loader = _ -> new BrightnessAnswer();
  }

  private int submit(Path images, Path lookup, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "submit",
                "--model",
                "run",
                "--test",
                "" + images,
                "--lookup",
                "" + lookup,
                "--out",
                "" + out));
    arguments.addAll(List.of(more));
    return commands.run(arguments.toArray(String[]::new));
  }

  private Path lookup(String lineEnd, String... lines) {
    return write(
        folder.resolve("lookup.csv"),
        (String.join(lineEnd, lines) + lineEnd).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r\r\n"})
  void coordinates_come_in_the_order_of_the_table_however_its_lines_end(String lineEnd)
      throws IOException {
    Path lookup =
        lookup(
            lineEnd,
            HEADER,
            "1,3,nose_tip_y,",
            "2,7,left_eye_center_x",
            "5,7,mouth_center_bottom_lip_y,");

    assertThat(submit(test, lookup, "--no-flip-averaging")).isZero();

    // Keypoint k of a face of brightness b is placed at (b, k − 3), clipped to 0 … 96.
    assertThat(Files.readString(out)).isEqualTo("RowId,Location\n1,7.0\n2,50.0\n5,11.0\n");
    assertThat(commands.out()).contains("3 rows for 2 images", "0 coordinates were clipped");
  }

  @Test
  void coordinates_are_clipped_to_the_image() throws IOException {
    Path lookup = lookup("\n", HEADER, "1,3,nose_tip_x,", "2,3,left_eye_center_y,");

    assertThat(submit(test, lookup, "--no-flip-averaging")).isZero();

    assertThat(out).hasContent("RowId,Location\n1,96.0\n2,0.0\n");
    assertThat(commands.out()).contains("2 coordinates were clipped");
  }

  @Test
  void mirrored_faces_are_averaged_unless_that_is_declined() throws IOException {
    Path lookup = lookup("\n", HEADER, "1,7,nose_tip_x,");

    assertThat(submit(test, lookup)).isZero();

    // The answer for the mirror image comes back as 3 − 50, and the middle of both is 1.5.
    assertThat(out).hasContent("RowId,Location\n1,1.5\n");
  }

  @Test
  void packed_test_files_are_read_too() throws IOException {
    byte[] plain = Files.readAllBytes(test);
    Path lookup = lookup("\n", HEADER, "1,7,nose_tip_y,");
    Path packed = write(folder.resolve("test.csv.gz"), gzip(plain));
    Path archive = write(folder.resolve("test.zip"), zip(Map.of("test.csv", plain)));

    assertThat(submit(packed, lookup)).isZero();
    String first = Files.readString(out);
    assertThat(submit(archive, lookup)).isZero();

    assertThat(out).hasContent(first);
  }

  @Test
  void images_without_numbers_are_counted_from_one() throws IOException {
    Path images = write(folder.resolve("images.csv"), "Image", image(16, "50"), image(16, "60"));
    Path lookup = lookup("\n", HEADER, "1,2,nose_tip_x,");

    assertThat(submit(images, lookup, "--no-flip-averaging")).isZero();

    assertThat(out).hasContent("RowId,Location\n1,60.0\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1,8,nose_tip_x,|lookup.csv, line 2, column ImageId: there is no image 8 among the 2 of"
            + " test.csv",
        "1,7,nose_tipp_x,|lookup.csv, line 2, column FeatureName: the model places no"
            + " \"nose_tipp_x\"",
        "1,7,nose_tip,|column FeatureName: the model places no \"nose_tip\"",
        "one,7,nose_tip_x,|line 2, column RowId: expected a whole number, but found \"one\"",
        "1,7|line 2: there are 2 cells instead of 3 or 4",
        "1,7,nose_tip_x,,|line 2: there are 5 cells instead of 3 or 4",
        "1,7,\"nose_tip_x|line 2: a quote is not closed",
      })
  void a_row_that_asks_for_nonsense_is_one_sentence_and_nothing_is_written(
      String row, String sentence) {
    assertThat(submit(test, lookup("\n", HEADER, row))).isEqualTo(1);

    assertThat(commands.err().lines()).hasSize(1);
    assertThat(commands.err()).contains(sentence);
    assertThat(out).doesNotExist();
  }

  @Test
  void a_table_that_asks_for_a_row_twice_is_refused() {
    Path lookup = lookup("\n", HEADER, "1,7,nose_tip_x,", "1,7,nose_tip_y,");

    assertThat(submit(test, lookup)).isEqualTo(1);

    assertThat(commands.err()).contains("line 3, column RowId: 1 is there twice");
  }

  @Test
  void a_file_that_is_no_lookup_table_is_refused() {
    assertThat(submit(test, lookup("\n", "a,b,c", "1,2,3"))).isEqualTo(1);
    assertThat(commands.err()).contains("expected the columns RowId,ImageId,FeatureName,Location");
    assertThat(submit(test, lookup("\n", HEADER))).isEqualTo(1);
    assertThat(commands.err()).contains("lookup.csv asks for nothing");
  }

  @Test
  void an_image_number_that_is_there_twice_is_refused() {
    Path twice =
        write(
            folder.resolve("twice.csv"),
            "ImageId,Image",
            "1," + image(16, "50"),
            "1," + image(16, "60"));

    assertThat(submit(twice, lookup("\n", HEADER, "1,1,nose_tip_x,"))).isEqualTo(1);

    assertThat(commands.err())
        .contains("twice.csv, line 3, column ImageId: image 1 is there twice");
  }

  @Test
  void the_files_that_are_read_are_never_replaced() throws IOException {
    Path lookup = lookup("\n", HEADER, "1,7,nose_tip_x,");
    String before = Files.readString(test);
    out = test;

    assertThat(submit(test, lookup)).isEqualTo(1);

    assertThat(commands.err()).contains("is one of the files that are read");
    assertThat(test).hasContent(before);
  }

  /** Places keypoint k of a face whose first pixel is b at (b, k − 3). */
  private static final class BrightnessAnswer implements KeypointPredictor {
    @Override
    public KeypointSchema schema() {
      return KeypointSchema.kaggle15();
    }

    @Override
    public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
      return images.stream().map(BrightnessAnswer::place).toList();
    }

    private static Annotation place(GrayImage image) {
      double[] coordinates = new double[30];
      for (int k = 0; k < 15; k++) {
        coordinates[2 * k] = image.at(0, 0);
        coordinates[2 * k + 1] = k - 3.0;
      }
      return Annotation.ofCoordinates(coordinates);
    }

    @Override
    public void close() {}
  }
}
