package org.keypointstudio.dataset.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaGuess;
import org.keypointstudio.model.schema.SchemaPreset;

class MappingDraftTest {
  private static final KeypointSchema EYES =
      SchemaGuess.of(List.of("left_eye", "right_eye", "tip of nose"));

  private @TempDir Path folder;

  private static MappingDraft draft(String... targetsAndSources) {
    List<MappingDraft.Row> rows = new ArrayList<>();
    for (int i = 0; i < targetsAndSources.length; i += 2) {
      rows.add(new MappingDraft.Row(targetsAndSources[i], targetsAndSources[i + 1]));
    }
    return new MappingDraft(rows);
  }

  @Test
  void keypoints_as_they_are_are_made_of_themselves() {
    MappingDraft same = MappingDraft.same(EYES);

    assertThat(same.problem(EYES)).isEmpty();
    assertThat(same.explained(EYES)).containsExactly("left_eye", "right_eye", "tip of nose");
  }

  @Test
  void rows_are_explained_in_words() {
    MappingDraft draft = draft("middle", "0 right_eye", "chin", "", "ear", "left_ear");

    assertThat(draft.explained(EYES))
        .containsExactly("mean of left_eye, right_eye", "unlabelled", "not in " + EYES.name());
  }

  @Test
  void rows_can_be_added_removed_moved_and_changed() {
    MappingDraft draft =
        draft("a", "0", "b", "1")
            .withAnother()
            .moved(2, -5)
            .without(1)
            .with(1, new MappingDraft.Row(" c ", " 0  1 "));

    assertThat(draft.rows())
        .extracting(MappingDraft.Row::target)
        .containsExactly("keypoint_3", "c");
    assertThat(draft.table("it").rows().get("c")).containsExactly("0", "1");
  }

  @Test
  void what_is_wrong_is_one_sentence() {
    assertThat(draft().problem(EYES)).contains("No keypoint is left: add one.");
    assertThat(draft(" ", "0").problem(EYES)).contains("A keypoint has no name: give it one.");
    assertThat(draft("a", "0", "a", "1").problem(EYES))
        .contains("Two keypoints are called a: give one of them another name.");
    assertThat(draft("a", "3").problem(EYES).orElseThrow())
        .contains("keypoint a", "has no keypoint 3");
  }

  @Property(tries = 50)
  void a_table_that_was_written_is_read_again(
      @ForAll @Size(min = 1, max = 6) @UniqueElements
          List<@AlphaChars @Chars({',', '"', ' '}) @StringLength(min = 1, max = 8) String> names)
      throws IOException {
    List<MappingDraft.Row> rows =
        names.stream()
            .map(name -> new MappingDraft.Row("x" + name.strip(), "0 1"))
            .distinct()
            .toList();
    MappingDraft draft = new MappingDraft(rows);
    Path file = Files.createTempFile("mapping", ".csv");
    try {
      draft.write(file);
      assertThat(MappingDraft.of(MappingTable.find(file.toString()))).isEqualTo(draft);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void a_place_that_cannot_be_written_is_one_sentence() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");

    assertThatThrownBy(() -> draft("a", "0").write(file.resolve("table.csv")))
        .isInstanceOf(DataSetException.class);
  }

  @Test
  void tables_for_as_many_keypoints_are_at_hand() {
    assertThat(MappingTable.shippedFor(EYES)).isEmpty();
    assertThat(MappingTable.shippedFor(SchemaPreset.IBUG_68.schema()))
        .containsExactly("68-to-15", "68-to-5");
  }
}
