package org.keypointstudio.project.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.project.WrittenRun;

class ShippedModelsTest {
  private static final List<String> NAMES = KeypointSchema.kaggle15().keypointNames();
  private static final ModelPack.Card CARD =
      new ModelPack.Card("Drawn faces.", "The program's own.", "Drawn faces only.");

  private @TempDir Path folder;
  private ShippedModels models;

  @BeforeEach
  void pack() throws IOException {
    Path run = WrittenRun.write(folder.resolve("run"), NAMES, 5, List.of(1, 2), "00");
    ModelPack.write(new RunFolder(run), folder.resolve("shipped/small"), CARD);
    Files.writeString(folder.resolve("shipped/models.txt"), "small\n\n");
    models =
        new ShippedModels(
            path -> {
              Path file = folder.resolve("shipped").resolve(path);
              return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            },
            folder.resolve("home"));
  }

  @Test
  void a_packed_model_takes_half_the_room_and_is_the_same_model() throws IOException {
    Path weights = folder.resolve("shipped/small/weights.bin");
    Path original = folder.resolve("run/weights.bin");

    assertThat(Files.size(weights)).isEqualTo(Files.size(original) / 2);
    assertThat(new RunFolder(folder.resolve("shipped/small")).readModel().weights())
        .isEqualTo(new RunFolder(folder.resolve("run")).readModel().weights());
  }

  @Test
  void its_card_says_what_no_run_can_tell() throws IOException {
    assertThat(folder.resolve("shipped/small/README.md"))
        .content()
        .contains("# small", "Drawn faces.", "The program's own.", "Drawn faces only.")
        .contains("learned from | 3 faces in", "judged by | 2 faces", "RMSE 2.00 pixels");
  }

  @Test
  void only_models_for_the_keypoints_of_a_data_set_are_offered() throws IOException {
    assertThat(models.fitting(NAMES)).extracting(ShippedModel::name).containsExactly("small");
    assertThat(models.fitting(List.of("nose"))).isEmpty();
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void a_model_is_laid_out_once_as_a_run_folder() throws IOException {
    Path laidOut = models.layOut("small");
    Files.writeString(laidOut.resolve("label.json"), "what a person said");

    assertThat(models.layOut("small")).isEqualTo(laidOut).isEqualTo(models.folder("small"));
    assertThat(new RunFolder(laidOut).readRecord().faces()).isEqualTo(5);
    assertThat(laidOut.resolve("label.json")).exists();
  }

  @Test
  void one_that_was_laid_out_in_part_is_laid_out_anew() throws IOException {
    Path laidOut = models.layOut("small");
    Files.writeString(laidOut.resolve("SHA256SUMS"), "");
    Files.delete(laidOut.resolve("weights.bin"));

    models.layOut("small");

    assertThat(new RunFolder(laidOut).readModel().schema()).isEqualTo(KeypointSchema.kaggle15());
  }

  @Test
  void a_file_that_is_missing_is_one_sentence() throws IOException {
    Files.delete(folder.resolve("shipped/small/run.json"));

    assertThatThrownBy(() -> models.fitting(NAMES))
        .isInstanceOf(IOException.class)
        .hasMessage("The program lacks its own file models/small/run.json: install it anew.");
  }

  @Test
  void a_program_without_models_offers_none() throws IOException {
    ShippedModels none = new ShippedModels(_ -> Optional.empty(), folder);

    assertThat(none.names()).isEmpty();
    assertThat(none.fitting(NAMES)).isEmpty();
  }

  @Test
  void every_model_of_this_program_is_whole_small_and_described() throws IOException {
    ShippedModels own = ShippedModels.ofProgram(folder.resolve("own"));

    assertThat(own.names()).isNotEmpty();
    for (String name : own.names()) {
      Path run = own.layOut(name);
      assertThat(new RunFolder(run).readModel().weights().length).isPositive();
      assertThat(Files.size(run.resolve("weights.bin"))).isLessThan(8_000_000);
      assertThat(run.resolve("README.md")).content().contains("licence of the data", "limits");
    }
  }
}
