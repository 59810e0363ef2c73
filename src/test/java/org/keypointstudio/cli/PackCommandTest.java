package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.project.WrittenRun;

class PackCommandTest {
  private final CommandLineFixture commands = new CommandLineFixture();
  private @TempDir Path folder;

  private int pack(Path run, Path out) {
    return commands.run(
        "pack",
        "--run=" + run,
        "--out=" + out,
        "--data-about=Faces of nobody.",
        "--data-licence=None.",
        "--limits=It knows nothing.");
  }

  @Test
  void a_packed_run_is_a_run_with_a_card() throws IOException {
    Path run =
        WrittenRun.write(
            folder.resolve("run"), KeypointSchema.kaggle15().keypointNames(), 4, List.of(1), "00");
    Path out = folder.resolve("models/first");

    assertThat(pack(run, out)).isZero();

    assertThat(commands.out()).contains("The model is packed in " + out + ".");
    assertThat(new RunFolder(out).readModel().schema()).isEqualTo(KeypointSchema.kaggle15());
    assertThat(out.resolve("README.md")).content().contains("# first", "Faces of nobody.");
  }

  @Test
  void a_folder_that_exists_is_left_alone() throws IOException {
    Path run =
        WrittenRun.write(
            folder.resolve("run"), KeypointSchema.kaggle15().keypointNames(), 4, List.of(1), "00");
    Path out = Files.createDirectory(folder.resolve("out"));

    assertThat(pack(run, out)).isEqualTo(1);

    assertThat(commands.err()).contains("exists already");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void what_is_no_run_is_one_sentence() {
    assertThat(pack(folder.resolve("gone"), folder.resolve("out"))).isEqualTo(1);

    assertThat(commands.err()).contains("There is no training run in");
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
