package org.keypointstudio.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLabelsTest {
  private final RunLabels labels = new RunLabels();
  private @TempDir Path run;

  @Test
  void a_run_of_which_nobody_said_anything_has_no_name_of_its_own() throws IOException {
    assertThat(labels.read(run)).isEqualTo(RunLabel.none());
  }

  @Test
  void what_is_said_is_there_the_next_time() throws IOException {
    RunLabel label = new RunLabel("Ünë mit Flips", "line 1\nline 2 \"quoted\"", true);

    labels.write(run, RunLabel.none());
    labels.write(run, label);

    assertThat(labels.read(run)).isEqualTo(label);
    try (Stream<Path> files = Files.list(run)) {
      assertThat(files).containsExactly(run.resolve(RunLabels.FILE_NAME));
    }
  }

  @Test
  void a_file_that_makes_no_sense_is_named() throws IOException {
    Files.writeString(run.resolve(RunLabels.FILE_NAME), "{\"name\": 3");

    assertThatThrownBy(() -> labels.read(run))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("label.json")
        .hasMessageContaining("correct the file or delete it");
  }

  @Test
  void a_file_that_lacks_something_is_named() throws IOException {
    Files.writeString(run.resolve(RunLabels.FILE_NAME), "{\"name\": null}");

    assertThatThrownBy(() -> labels.read(run)).hasMessageContaining("cannot be understood");
  }

  @Test
  void says_where_a_label_could_not_be_written() {
    Path gone = run.resolve("gone");

    assertThatThrownBy(() -> labels.write(gone, RunLabel.none()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("could not be written to " + gone);
  }

  @Test
  void a_deleted_run_leaves_nothing() throws IOException {
    Path folder = Files.createDirectories(run.resolve("cnn-1").resolve("checkpoints"));
    Files.writeString(folder.resolve("last.bin"), "weights");

    new RunFolder(run.resolve("cnn-1")).delete();

    assertThat(run).isEmptyDirectory();
  }

  @Test
  void a_run_that_cannot_be_deleted_is_named() {
    assertThatThrownBy(() -> new RunFolder(run.resolve("cnn-1")).delete())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("The run in " + run.resolve("cnn-1") + " could not be deleted");
  }
}
