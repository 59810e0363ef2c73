package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.keypointstudio.dataset.kaggle.KaggleText.header;
import static org.keypointstudio.dataset.kaggle.KaggleText.image;
import static org.keypointstudio.dataset.kaggle.KaggleText.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.dataset.kaggle.KaggleText;

class CommandsTest {
  private final CommandLineFixture commands = new CommandLineFixture();
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void writeData() {
    data =
        KaggleText.write(
            folder.resolve("training.csv"),
            header(),
            row(image(16, 0), "10", "20", "11", "24"),
            row(image(16, 0), "13", "24"),
            row(image(16, 0)));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(commands.out());
  }

  @Test
  void without_a_command_the_window_opens() {
    assertThat(commands.run()).isZero();
    assertThat(commands.run("open", "some.csv")).isZero();
    assertThat(commands.run("tour", "--data", "some.csv", "--out", "pictures")).isZero();

    assertThat(commands.windowCalls())
        .containsExactly("open nothing", "open some.csv", "tour some.csv pictures 120 s");
    assertThat(commands.out()).contains("Opened the data set.");
  }

  @Test
  void the_tour_goes_through_the_whole_guide_if_asked_to() {
    assertThat(commands.run("tour", "--data", "some.csv", "--out", "pictures", "--guide")).isZero();

    assertThat(commands.windowCalls())
        .containsExactly("tour some.csv pictures 120 s for the guide");
  }

  @Test
  void a_file_that_a_file_manager_names_is_opened() {
    assertThat(commands.run(data.toString())).isZero();

    assertThat(commands.windowCalls()).containsExactly("open " + data);
  }

  @Test
  void a_mistyped_command_is_no_file_to_open() {
    assertThat(commands.run("trian")).isEqualTo(2);

    assertThat(commands.windowCalls()).isEmpty();
    assertThat(commands.err()).contains("“trian” is neither a command nor a file", "Commands:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open",
        "info",
        "train",
        "predict",
        "evaluate",
        "study",
        "generate",
        "tour",
        "submit",
        "compare",
        "report"
      })
  void every_command_explains_itself(String command) {
    assertThat(commands.run(command, "--help")).isZero();

    assertThat(commands.out()).contains("Usage: keypoint-studio " + command, "Exit codes:");
    assertThat(commands.err()).isEmpty();
  }

  @Test
  void wrong_usage_ends_with_2() {
    assertThat(commands.run("info")).isEqualTo(2);
    assertThat(commands.run("tour", "--data", "x", "--out", "y", "--minutes", "0")).isEqualTo(2);
    assertThat(commands.run("dance")).isEqualTo(2);
    assertThat(commands.run("predict", "--model", "x")).isEqualTo(2);
    assertThat(commands.run("generate", "--rows", "0", "--out", "x.csv")).isEqualTo(2);
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void a_failed_job_ends_with_1_and_one_sentence() {
    assertThat(commands.run("info", folder.resolve("missing.csv").toString())).isEqualTo(1);

    assertThat(commands.err().lines())
        .containsExactly("missing.csv does not exist: check the path.");
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void info_counts_rows_and_labels() throws IOException {
    assertThat(commands.run("info", data.toString(), "--json")).isZero();

    assertThat(json().path("rows").asInt()).isEqualTo(3);
    assertThat(json().path("completeRows").asInt(-1)).isZero();
    assertThat(json().path("image").path("width").asInt()).isEqualTo(4);
    assertThat(json().path("image").path("height").asInt()).isEqualTo(4);
    assertThat(json().path("keypoints").size()).isEqualTo(15);
    JsonNode leftEye = json().path("keypoints").path("left_eye_center");
    assertThat(leftEye.path("labelled").asInt()).isEqualTo(2);
    assertThat(leftEye.path("missing").asInt()).isEqualTo(1);
  }

  @Test
  void info_prints_a_table_for_people() {
    assertThat(commands.run("info", data.toString())).isZero();

    assertThat(commands.out())
        .contains("rows           3")
        .contains("image          4 × 4 pixels")
        .containsPattern("left_eye_center +2 +1");
  }

  @Test
  void predict_writes_thirty_columns_and_one_row_a_face() throws IOException {
    Path out = folder.resolve("predictions.csv");

    int exitCode = commands.run("predict", "--model", "r", "--data", "" + data, "--out", "" + out);

    assertThat(exitCode).isZero();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst() + ",Image").isEqualTo(header());
    assertThat(lines.get(3)).startsWith("10.0,20.0,11.0,21.0,").endsWith(",24.0,34.0");
  }

  @Test
  void predict_never_replaces_the_data_set() throws IOException {
    String before = Files.readString(data);

    assertThat(commands.run("predict", "--model", "r", "--data", "" + data, "--out", "" + data))
        .isEqualTo(1);

    assertThat(commands.err()).contains("is the data set itself");
    assertThat(data).hasContent(before);
  }

  @Test
  void evaluate_measures_over_labelled_coordinates() throws IOException {
    assertThat(commands.run("evaluate", "--model", "r", "--data", "" + data, "--json")).isZero();

    // Off by (0, 0) and (0, −3) in the first row, by (−3, −4) in the second; the third has no
    // label.
    assertThat(json().path("rmse").asDouble()).isEqualTo(Math.sqrt((9 + 25) / 6.0), within(1e-12));
    // Only the first row has both eyes: mean distance 1.5 over √(1² + 4²).
    assertThat(json().path("nme").asDouble()).isEqualTo(1.5 / Math.sqrt(17), within(1e-12));
    assertThat(json().path("nmeFaces").asInt()).isEqualTo(1);
    assertThat(json().path("nmeExcludedFaces").asInt()).isEqualTo(1);
    assertThat(json().path("faces").asInt()).isEqualTo(3);
    assertThat(json().path("seconds").asDouble(-1)).isNotNegative();
    JsonNode leftEye = json().path("keypoints").path("left_eye_center");
    assertThat(leftEye.path("rmse").asDouble()).isEqualTo(2.5, within(1e-12));
    assertThat(leftEye.path("n").asInt()).isEqualTo(2);
    assertThat(json().path("keypoints").path("nose_tip").path("rmse").isNull()).isTrue();
  }

  @Test
  void evaluate_can_average_with_the_mirrored_face() throws IOException {
    assertThat(
            commands.run(
                "evaluate", "--model", "r", "--data", "" + data, "--flip-average", "--json"))
        .isZero();

    JsonNode figures = json();
    assertThat(figures.get("flipAverage").asBoolean()).isTrue();
    // In both views the left eye is at 10 and the right eye at 11. The image has 4 columns, so the
    // left eye comes to (10 + (3 − 11)) / 2 = 1, and to (20 + 21) / 2 = 20.5.
    assertThat(figures.at("/keypoints/left_eye_center/meanDistance").asDouble())
        .isCloseTo((Math.hypot(9, 0.5) + Math.hypot(12, 3.5)) / 2, within(1e-4));
  }

  @Test
  void evaluate_prints_a_table_for_people() {
    assertThat(commands.run("evaluate", "--model", "r", "--data", "" + data)).isZero();

    assertThat(commands.out()).contains("RMSE          2.3805 px").contains("right_eye_center");
  }

  @Test
  void evaluate_refuses_data_with_other_keypoints() {
    Path other = KaggleText.write(folder.resolve("other.csv"), "a_x,a_y,Image", "1,2,3");

    assertThat(commands.run("evaluate", "--model", "r", "--data", "" + other)).isEqualTo(1);

    assertThat(commands.err()).contains("The model places the keypoints of \"Kaggle 15\"");
  }

  @Test
  void a_model_that_cannot_be_loaded_is_named() {
    commands.loader =
        run -> {
          throw new IOException("There is no training run in " + run + ".");
        };

    assertThat(commands.run("evaluate", "--model", "gone", "--data", "" + data)).isEqualTo(1);

    assertThat(commands.err().strip()).isEqualTo("There is no training run in gone.");
  }

  @Test
  void generate_draws_rows_and_never_replaces_a_file_unasked() throws IOException {
    Path file = folder.resolve("drawn.csv");

    assertThat(commands.run("generate", "--rows", "3", "--out", "" + file)).isZero();
    List<String> first = Files.readAllLines(file);
    assertThat(commands.run("generate", "--rows", "4", "--out", "" + file)).isEqualTo(1);
    assertThat(commands.err()).contains("exists already");
    assertThat(Files.readAllLines(file)).isEqualTo(first).hasSize(4);
    assertThat(commands.run("generate", "--rows", "4", "--out", "" + file, "--force")).isZero();
    assertThat(Files.readAllLines(file)).hasSize(5).containsAll(first);
  }
}
