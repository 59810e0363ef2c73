package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.kaggle.KaggleText;

class MergeCommandTest {
  private static final String PIXELS = KaggleText.image(16, 3);

  private @TempDir Path folder;
  private final CommandLineFixture commands = new CommandLineFixture();

  @BeforeEach
  void write_three_versions() {
    write("base.csv", row("1", "2", "3", "4"), row("5", "6", "7", "8"));
    write("ours.csv", row("1.50", "2", "3", "4"), row("9", "6", "7", "8"));
    write("theirs.csv", row("1", "2", "3.25", "4"), row("5", "6", "", ""));
  }

  private static String row(String... coordinates) {
    return KaggleText.row(PIXELS, coordinates);
  }

  private void write(String name, String first, String second) {
    KaggleText.write(folder.resolve(name), KaggleText.header(), first, second);
  }

  private int merge(String... options) {
    String[] arguments = new String[5 + options.length];
    arguments[0] = "merge";
    arguments[1] = folder.resolve("base.csv").toString();
    arguments[2] = folder.resolve("ours.csv").toString();
    arguments[3] = folder.resolve("theirs.csv").toString();
    arguments[4] = "--out=" + folder.resolve("merged.csv");
    System.arraycopy(options, 0, arguments, 5, options.length);
    return commands.run(arguments);
  }

  private String merged() throws IOException {
    return Files.readString(folder.resolve("merged.csv"));
  }

  @Test
  void what_either_side_changed_is_in_the_merged_file() throws IOException {
    int exitCode = merge();

    assertThat(exitCode).isZero();
    assertThat(merged())
        .isEqualTo(
            String.join(
                "\n",
                KaggleText.header(),
                row("1.50", "2", "3.25", "4"),
                row("9", "6", "", ""),
                ""));
    assertThat(commands.out()).contains("conflicts: 0; faces that differ from OURS: 2; written to");
  }

  @Test
  void conflicts_are_listed_with_their_values_and_nothing_is_written() {
    write("theirs.csv", row("1.75", "2", "3", "4"), row("5", "6", "7", "8"));

    int exitCode = merge();

    assertThat(exitCode).isEqualTo(1);
    assertThat(folder.resolve("merged.csv")).doesNotExist();
    assertThat(commands.out())
        .contains(
            "row 1, left_eye_center: base (1.00, 2.00) visible, ours (1.50, 2.00) visible, theirs"
                + " (1.75, 2.00) visible",
            "conflicts: 1",
            "merged.csv was not written");
  }

  @Test
  void a_rule_decides_conflicts() throws IOException {
    write("theirs.csv", row("1.75", "2", "3", "4"), row("5", "6", "7", "8"));

    assertThat(merge("--rule=theirs")).isZero();

    assertThat(merged()).contains(row("1.75", "2", "3", "4"), row("9", "6", "7", "8"));
  }

  @Test
  void json_lists_each_conflict_by_row_and_keypoint() throws IOException {
    write("theirs.csv", row("", "", "3", "4"), row("5", "6", "7", "8"));

    merge("--rule=ours", "--json");

    JsonNode result = new ObjectMapper().readTree(commands.out());
    assertThat(result.path("written").asBoolean()).isTrue();
    JsonNode conflict = result.path("conflicts").path(0);
    assertThat(conflict.path("row").asInt()).isZero();
    assertThat(conflict.path("keypoint").asText()).isEqualTo("left_eye_center");
    assertThat(conflict.path("ours").path("x").asDouble()).isEqualTo(1.5);
    assertThat(conflict.path("theirs").path("state").asText()).isEqualTo("unlabelled");
    assertThat(conflict.path("theirs").path("x").isNull()).isTrue();
  }

  @Test
  void files_of_other_rows_are_refused() {
    KaggleText.write(folder.resolve("theirs.csv"), KaggleText.header(), row("1", "2", "3", "4"));

    assertThat(merge()).isEqualTo(1);
    assertThat(commands.err()).contains("only files with the same rows can be merged");
  }

  @Test
  void files_of_other_images_are_refused() {
    write(
        "theirs.csv",
        KaggleText.row(KaggleText.image(16, 99), "1", "2", "3", "4"),
        row("5", "6", "7", "8"));

    assertThat(merge()).isEqualTo(1);
    assertThat(commands.err()).contains("row 1 shows another image");
    assertThat(folder.resolve("merged.csv")).doesNotExist();
  }

  @Test
  void an_unknown_rule_is_wrong_usage() {
    assertThat(merge("--rule=mine")).isEqualTo(2);
    assertThat(commands.err()).contains("ours, theirs, fail");
  }
}
