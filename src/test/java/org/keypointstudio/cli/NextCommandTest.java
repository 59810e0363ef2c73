package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.kaggle.KaggleText;

class NextCommandTest {
  private @TempDir Path folder;
  private Path data;
  private final CommandLineFixture commands = new CommandLineFixture();

  @BeforeEach
  void write_three_faces() throws IOException {
    String image = KaggleText.image(256, 3);
    data =
        KaggleText.write(
            folder.resolve("training.csv"),
            KaggleText.header(),
            KaggleText.row(image, "10", "20"),
            KaggleText.row(image, "1", "2"),
            KaggleText.row(image));
  }

  private int next(String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "next";
    arguments[1] = "--data=" + data;
    arguments[2] = "--model=" + folder.resolve("cnn-1");
    System.arraycopy(more, 0, arguments, 3, more.length);
    return commands.run(arguments);
  }

  @Test
  void writes_the_faces_in_the_order_in_which_to_label_them() throws IOException {
    Path out = folder.resolve("next.csv");

    assertThat(next("--count=2", "--out=" + out)).isZero();

    assertThat(Files.readAllLines(out))
        .hasSize(3)
        .first()
        .isEqualTo("row,gain,uncertainty,novelty");
    assertThat(commands.out()).contains("2 rows are in");
  }

  @Test
  void prints_the_table_where_no_file_is_named() {
    assertThat(next()).isZero();

    assertThat(commands.out().lines()).hasSize(4);
  }

  @Test
  void without_a_model_it_lists_the_faces_to_begin_with() {
    assertThat(commands.run("next", "--data=" + data)).isZero();

    assertThat(commands.out().lines().skip(1)).hasSize(3).allMatch(line -> line.contains(",,"));
  }

  @Test
  void refuses_to_write_over_the_data_set() throws IOException {
    String before = Files.readString(data);

    assertThat(next("--out=" + data)).isEqualTo(1);

    assertThat(commands.err()).contains("is the data set itself");
    assertThat(Files.readString(data)).isEqualTo(before);
  }

  @Test
  void asks_for_at_least_one_face() {
    assertThat(next("--count=0")).isEqualTo(1);

    assertThat(commands.err()).contains("at least one face");
  }
}
