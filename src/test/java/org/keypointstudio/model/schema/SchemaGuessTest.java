package org.keypointstudio.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

class SchemaGuessTest {

  @Test
  void the_names_of_kaggle_give_its_own_schema() {
    List<String> shuffled = KeypointSchema.kaggle15().keypointNames().reversed();

    assertThat(SchemaGuess.of(shuffled)).isEqualTo(KeypointSchema.kaggle15());
  }

  @ParameterizedTest
  @CsvSource({
    "left_eye, right_eye",
    "eye_left, eye_right",
    "leftEye, rightEye",
    "LeftEye, RightEye",
    "l_eye, r_eye",
    "eye.l, eye.r",
    "eyeL, eyeR",
    "LEye, REye",
    "eye_L, eye_R",
    "eye (left), eye (right)",
  })
  void names_that_differ_by_left_and_right_are_flip_pairs(String left, String right) {
    KeypointSchema schema = SchemaGuess.of(List.of("nose", right, left, "all"));

    assertThat(schema.flipPartner(1)).isEqualTo(2);
    assertThat(schema.flipPartner(0)).isZero();
    assertThat(schema.flipPartner(3)).isEqualTo(3);
    assertThat(schema.interOcularPairs()).hasSize(1);
  }

  @Test
  void outer_corners_are_preferred_for_the_distance_of_the_eyes() {
    KeypointSchema schema =
        SchemaGuess.of(
            List.of(
                "left_eye_center",
                "right_eye_center",
                "left_eye_outer",
                "right_eye_outer",
                "left_eyebrow",
                "right_eyebrow"));

    assertThat(schema.interOcularPairs()).containsExactly(new IndexPair(2, 3), new IndexPair(0, 1));
  }

  @Test
  void sixty_eight_numbered_points_are_those_of_300_w() {
    List<String> names = IntStream.range(0, 68).mapToObj(i -> "part_" + i).toList();

    KeypointSchema schema = SchemaGuess.of(names);

    assertThat(schema.keypointNames()).isEqualTo(names);
    assertThat(schema.flipPartner(0)).isEqualTo(16);
    assertThat(schema.flipPartner(17)).isEqualTo(26);
    assertThat(schema.flipPartner(41)).isEqualTo(46);
    assertThat(schema.flipPartner(59)).isEqualTo(55);
    Set<Integer> own = new HashSet<>();
    IntStream.range(0, 68).filter(i -> schema.flipPartner(i) == i).forEach(own::add);
    assertThat(own).containsExactlyInAnyOrder(8, 27, 28, 29, 30, 33, 51, 57, 62, 66);
    assertThat(SchemaGuess.of(names.reversed()).flipPairs()).isEmpty();
  }

  @Test
  void ninety_eight_numbered_points_are_those_of_wflw() {
    List<String> names = IntStream.range(0, 98).mapToObj(Integer::toString).toList();

    assertThat(SchemaGuess.of(names).name()).isEqualTo("WFLW 98");
    assertThat(SchemaGuess.of(names).keypointNames()).isEqualTo(names);
  }

  @ParameterizedTest
  @EnumSource(SchemaPreset.class)
  void each_preset_is_known_by_its_names(SchemaPreset preset) {
    assertThat(SchemaGuess.of(preset.schema().keypointNames().reversed()))
        .isEqualTo(preset.schema());
  }

  @Test
  void a_word_that_only_holds_an_l_is_on_neither_side() {
    assertThat(SchemaGuess.flipPairs(List.of("lip", "rip", "Lobe", "Robe", "cleft", "cright")))
        .containsExactly(new IndexPair(4, 5));
  }
}
