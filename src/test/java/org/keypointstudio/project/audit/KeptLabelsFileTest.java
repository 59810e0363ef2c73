package org.keypointstudio.project.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLabelsFileTest {
  private static final KeptLabel NOSE = new KeptLabel(17, "nose_tip", 48.25, 57);

  private @TempDir Path folder;

  private Path file() {
    return folder.resolve("project/audit/kept.json");
  }

  @Test
  void nothing_was_said_where_there_is_no_file() throws IOException {
    assertThat(new KeptLabelsFile(file()).read()).isEqualTo(KeptLabels.NONE);
  }

  @Property(tries = 50)
  void what_was_written_is_read_again(@ForAll("labels") List<KeptLabel> labels) throws IOException {
    Path place = Files.createTempDirectory("kept").resolve("kept.json");
    KeptLabels kept = new KeptLabels(new LinkedHashSet<>(labels));

    new KeptLabelsFile(place).write(kept);

    assertThat(new KeptLabelsFile(place).read()).isEqualTo(kept);
    Files.delete(place);
    Files.delete(place.getParent());
  }

  @Provide
  Arbitrary<List<KeptLabel>> labels() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1_000_000),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(20),
            Arbitraries.doubles().between(-1e6, 1e6),
            Arbitraries.doubles().between(-1e6, 1e6))
        .as(KeptLabel::new)
        .list()
        .ofMaxSize(10);
  }

  @Test
  void a_label_that_moved_is_not_kept_any_more() {
    KeptLabels kept = KeptLabels.NONE.with(NOSE);

    assertThat(kept.contains(NOSE)).isTrue();
    assertThat(kept.contains(new KeptLabel(17, "nose_tip", 48.5, 57))).isFalse();
    assertThat(kept.without(NOSE).contains(NOSE)).isFalse();
  }

  @Test
  void a_broken_file_is_named_and_stays() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"format\":");

    assertThatThrownBy(() -> new KeptLabelsFile(file()).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("kept.json")
        .hasMessageContaining("correct the file or move it away");
    assertThat(Files.readString(file())).isEqualTo("{\"format\":");
  }

  @Test
  void a_file_of_something_else_is_named() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"format\":\"other\",\"version\":1}");

    assertThatThrownBy(() -> new KeptLabelsFile(file()).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a list of kept labels");
  }

  @Test
  void an_entry_without_a_place_is_shown() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(
        file(),
        "{\"format\":\"keypoint-studio-kept-labels\",\"version\":1,\"kept\":[{\"row\":3}]}");

    assertThatThrownBy(() -> new KeptLabelsFile(file()).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("{\"row\":3}");
  }
}
