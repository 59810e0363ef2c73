package org.keypointstudio.dataset.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keypointstudio.dataset.kaggle.KaggleText.header;
import static org.keypointstudio.dataset.kaggle.KaggleText.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.kaggle.KaggleText;
import org.keypointstudio.task.TaskContext;

class DataSetFilesTest {
  private static final byte[] CSV =
      (header() + "\n" + row("1 2 3 4", "5", "6") + "\n").getBytes(UTF_8);

  private final DataSetStore store = new DataSetFiles();
  @TempDir private Path folder;

  private FaceDataSet open(Path path) throws IOException {
    return store.open(path, TaskContext.unattended());
  }

  @Test
  void a_folder_with_a_training_file_opens_that_file() throws IOException {
    KaggleText.write(folder.resolve("a.csv"), CSV);
    KaggleText.write(folder.resolve("b.csv"), CSV);
    Path training = KaggleText.write(folder.resolve("training.csv.gz"), KaggleText.gzip(CSV));

    assertThat(open(folder).path()).isEqualTo(training);
  }

  @Test
  void a_folder_with_one_csv_opens_it() throws IOException {
    KaggleText.write(folder.resolve("notes.txt"), CSV);
    Path only = KaggleText.write(folder.resolve("only.CSV"), CSV);

    assertThat(open(folder).path()).isEqualTo(only);
  }

  @Test
  void a_folder_without_one_data_set_says_so() throws IOException {
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("holds no labels of a known format");

    KaggleText.write(folder.resolve("a.csv"), CSV);
    KaggleText.write(folder.resolve("b.csv"), CSV);
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("holds 2 files with labels");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"some\": [1, 2]}|is JSON of no known format",
        "[]|is JSON of no known format",
        "<svg/>|is XML of no known format",
      })
  void files_of_other_programs_are_told_as_what_they_are(String text, String problem)
      throws IOException {
    Path file = Files.writeString(folder.resolve("other.txt"), text);

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void a_path_that_does_not_exist_says_so() {
    assertThatThrownBy(() -> open(folder.resolve("missing")))
        .isInstanceOf(DataSetException.class)
        .hasMessage("missing does not exist: check the path.");
    assertThat(Files.exists(folder.resolve("missing"))).isFalse();
  }
}
