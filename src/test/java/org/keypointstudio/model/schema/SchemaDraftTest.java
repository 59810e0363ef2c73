package org.keypointstudio.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

class SchemaDraftTest {
  private static final KeypointSchema KAGGLE = KeypointSchema.kaggle15();
  private final SchemaDraft draft = SchemaDraft.of(KAGGLE);

  @ParameterizedTest
  @EnumSource(SchemaPreset.class)
  void a_draft_in_which_nothing_changed_is_the_schema(SchemaPreset preset) {
    SchemaDraft same = SchemaDraft.of(preset.schema());

    assertThat(same.toSchema())
        .usingRecursiveComparison()
        .ignoringCollectionOrderInFields("flipPairs")
        .isEqualTo(preset.schema());
    assertThat(same.problem()).isEmpty();
  }

  @Test
  void pairs_and_lines_follow_a_keypoint_to_its_new_place() {
    KeypointSchema moved = draft.moved(0, 100).toSchema();

    assertThat(moved.keypointNames()).startsWith("right_eye_center").endsWith("left_eye_center");
    assertThat(moved.flipPartner(14)).isZero();
    assertThat(moved.interOcularPairs()).containsExactly(new IndexPair(2, 4), new IndexPair(14, 0));
    assertThat(draft.moved(0, 100).sources()).endsWith(13, 14, 0);
  }

  @Test
  void a_new_pair_parts_the_old_ones() {
    SchemaDraft paired = draft.paired(0, 2);

    assertThat(paired.entry(0).partner()).isEqualTo(2);
    assertThat(paired.entry(2).partner()).isZero();
    assertThat(paired.entry(1).isPaired()).isFalse();
    assertThat(paired.entry(4).isPaired()).isFalse();
    assertThat(paired.paired(0, 0).entry(2).isPaired()).isFalse();
  }

  @Test
  void pairs_are_guessed_from_names() {
    SchemaDraft parted = draft;
    for (int i = 0; i < KAGGLE.size(); i++) {
      parted = parted.unpaired(i);
    }

    assertThat(parted.withGuessedPairs().toSchema().flipPairs())
        .containsExactlyInAnyOrderElementsOf(KAGGLE.flipPairs());
    assertThat(parted.withGuessedPairs().toSchema().interOcularPairs())
        .isEqualTo(KAGGLE.interOcularPairs());
  }

  @Test
  void a_line_comes_and_goes() {
    SchemaDraft lined = draft.toggledLine(0, 14);

    assertThat(lined.lines()).contains(new IndexPair(0, 14));
    assertThat(lined.toggledLine(14, 0)).isEqualTo(draft);
    assertThat(draft.toggledLine(3, 3)).isEqualTo(draft);
  }

  @Test
  void names_must_be_there_and_differ() {
    assertThat(draft.renamed(3, "  ").problem()).hasValue("A keypoint has no name: give it one.");
    assertThat(draft.renamed(3, " nose_tip ").problem().orElseThrow())
        .contains("Two keypoints are called nose_tip");
    assertThat(draft.renamed(3, "x").problem()).isEmpty();
  }

  @Test
  void a_preset_names_the_keypoints_in_their_order() {
    List<String> numbered = new ArrayList<>();
    for (int i = 0; i < 98; i++) {
      numbered.add("p" + i);
    }
    SchemaDraft plain = SchemaDraft.of(SchemaGuess.plain("98", numbered));

    assertThat(plain.withPreset(SchemaPreset.WFLW_98).toSchema())
        .isEqualTo(SchemaPreset.WFLW_98.schema());
  }

  @Property(tries = 100)
  void whatever_a_person_does_no_keypoint_is_lost(@ForAll @IntRange(max = 10_000) int seed) {
    Random random = new Random(seed);
    SchemaDraft changed = draft;
    for (int step = 0; step < 20; step++) {
      int one = random.nextInt(15);
      int other = random.nextInt(15);
      changed =
          switch (random.nextInt(5)) {
            case 0 -> changed.moved(one, other - 7);
            case 1 -> changed.paired(one, other);
            case 2 -> changed.toggledLine(one, other);
            case 3 -> changed.renamed(one, "renamed " + step);
            default -> changed.withGuessedPairs();
          };
    }

    KeypointSchema schema = changed.toSchema();
    List<Integer> sources = new ArrayList<>(changed.sources());
    Collections.sort(sources);
    assertThat(sources).hasSize(15).containsExactlyElementsOf(SchemaDraft.of(KAGGLE).sources());
    assertThat(new HashSet<>(schema.keypointNames())).hasSize(15);
  }
}
