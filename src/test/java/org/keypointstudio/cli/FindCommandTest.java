package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.kaggle.KaggleText;

class FindCommandTest {
  private @TempDir Path folder;
  private Path data;
  private final CommandLineFixture commands = new CommandLineFixture();

  @BeforeEach
  void write_three_faces() throws IOException {
    String image = KaggleText.image(16, 3);
    data =
        KaggleText.write(
            folder.resolve("training.csv"),
            KaggleText.header(),
            KaggleText.row(image, "10", "20"),
            KaggleText.row(image, "1", "2"),
            KaggleText.row(image));
  }

  @Test
  void lists_the_rows_that_fit() {
    assertThat(commands.run("find", "--data=" + data, "labelled>0")).isZero();

    assertThat(commands.out().lines()).hasSize(2).first().asString().startsWith("0\t");
  }

  @Test
  void asks_models_for_their_errors() throws IOException {
    Path run = folder.resolve("cnn-1");

    assertThat(commands.run("find", "--data=" + data, "--model=" + run, "--json", "error(cnn-1)>3"))
        .isZero();

    JsonNode found = new ObjectMapper().readTree(commands.out());
    assertThat(found.path("faces").asInt()).isEqualTo(3);
    assertThat(found.path("rows")).hasSize(1).first().extracting(JsonNode::asInt).isEqualTo(1);
  }

  @Test
  void finds_duplicates_and_sorts_by_what_it_measures() throws IOException {
    assertThat(
            commands.run("find", "--data=" + data, "--json", "--sort=-labelled", "duplicate:yes"))
        .isZero();

    JsonNode found = new ObjectMapper().readTree(commands.out());
    assertThat(found.path("rows")).extracting(JsonNode::asInt).containsExactly(0, 1, 2);
    assertThat(commands.run("find", "--data=" + data, "--sort=brightness", "brightness>255"))
        .isZero();
  }

  @Test
  void says_what_it_cannot_sort_by() {
    assertThat(commands.run("find", "--data=" + data, "--sort=beauty", "missing:any")).isEqualTo(1);

    assertThat(commands.err()).contains("\"beauty\"");
  }

  @Test
  void says_what_it_does_not_understand() {
    assertThat(commands.run("find", "--data=" + data, "missing:ear")).isEqualTo(1);

    assertThat(commands.err()).contains("There is no keypoint \"ear\"");
  }
}
