package org.keypointstudio.project.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedDataTest {
  private @TempDir Path folder;

  private Path ship(String name) throws IOException {
    Path shipped = Files.createDirectories(folder.resolve("program"));
    Files.writeString(shipped.resolve(name), "faces");
    Files.writeString(shipped.resolve("test.csv"), "more faces");
    return shipped;
  }

  private ShippedData data(Path shipped) {
    return ShippedData.of(
        Optional.of(shipped.toString()), folder.resolve("elsewhere"), folder.resolve("home"));
  }

  @Test
  void a_person_gets_a_copy_of_an_installed_programs_data() throws IOException {
    ShippedData data = data(ship("training.csv.gz"));

    Path copy = data.ownCopy();

    assertThat(copy)
        .isEqualTo(folder.resolve("home/sample-data/training.csv.gz"))
        .hasContent("faces");
    assertThat(folder.resolve("home/sample-data/test.csv")).hasContent("more faces");
  }

  @Test
  void what_the_person_changed_stays() throws IOException {
    ShippedData data = data(ship("training.csv"));
    Files.writeString(data.ownCopy(), "corrected");

    assertThat(data.ownCopy()).hasContent("corrected");
    assertThat(folder.resolve("program/training.csv")).hasContent("faces");
  }

  @Test
  void a_checkout_has_it_in_the_folder_where_it_is_started() throws IOException {
    Files.move(ship("training.csv"), folder.resolve("sample-data"));

    ShippedData data = ShippedData.of(Optional.empty(), folder, folder.resolve("home"));

    assertThat(data.isPresent()).isTrue();
    assertThat(data.ownCopy()).hasContent("faces");
  }

  @Test
  void where_there_is_none_it_is_said() {
    ShippedData data = ShippedData.of(Optional.empty(), folder, folder.resolve("home"));

    assertThat(data.isPresent()).isFalse();
    assertThatThrownBy(data::ownCopy)
        .isInstanceOf(IOException.class)
        .hasMessage("The sample data is missing: install the program anew.");
  }

  @Test
  void a_place_that_cannot_be_written_is_one_sentence() throws IOException {
    Files.writeString(folder.resolve("home"), "a file where the folder should be");
    ShippedData data = data(ship("training.csv"));

    assertThatThrownBy(data::ownCopy)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be copied to " + folder.resolve("home/sample-data"));
  }
}
