package org.keypointstudio.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

class SchemaPresetTest {

  @ParameterizedTest
  @CsvSource({
    "KAGGLE_15, 15, 6",
    "IBUG_68, 68, 29",
    "WFLW_98, 98, 44",
    "COCO_17, 17, 8",
    "CELEBA_5, 5, 2"
  })
  void each_has_the_published_number_of_keypoints_and_flip_pairs(
      SchemaPreset preset, int keypoints, int pairs) {
    assertThat(preset.schema().size()).isEqualTo(keypoints);
    assertThat(preset.schema().flipPairs()).hasSize(pairs);
  }

  @ParameterizedTest
  @EnumSource(SchemaPreset.class)
  void the_mirrored_skeleton_is_the_skeleton(SchemaPreset preset) {
    KeypointSchema schema = preset.schema();

    for (IndexPair line : schema.skeleton()) {
      int first = schema.flipPartner(line.first());
      int second = schema.flipPartner(line.second());
      assertThat(
              schema.skeleton().contains(new IndexPair(first, second))
                  || schema.skeleton().contains(new IndexPair(second, first)))
          .as("mirror of %s in %s", line, schema.name())
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(SchemaPreset.class)
  void the_eyes_that_scale_the_error_mirror_each_other(SchemaPreset preset) {
    KeypointSchema schema = preset.schema();

    assertThat(schema.interOcularPairs())
        .isNotEmpty()
        .allSatisfy(eyes -> assertThat(schema.flipPartner(eyes.first())).isEqualTo(eyes.second()));
  }

  @Test
  void of_the_landmarks_of_wflw_those_on_the_midline_stay() {
    KeypointSchema schema = SchemaPreset.WFLW_98.schema();
    Set<Integer> own = new TreeSet<>();
    IntStream.range(0, schema.size()).filter(i -> schema.flipPartner(i) == i).forEach(own::add);

    assertThat(own).containsExactly(16, 51, 52, 53, 54, 57, 79, 85, 90, 94);
  }

  @ParameterizedTest
  @CsvSource({
    "33, 46", "37, 42", "38, 50", "41, 47", "60, 72", "64, 68", "65, 75", "67, 73", "76, 82",
    "87, 83", "88, 92", "95, 93", "96, 97"
  })
  void pairs_of_wflw_are_the_published_ones(int one, int other) {
    assertThat(SchemaPreset.WFLW_98.schema().flipPartner(one)).isEqualTo(other);
  }

  @Test
  void colours_are_one_a_keypoint_or_none() {
    List<String> names = List.of("a", "b");
    KeypointSchema colored =
        new KeypointSchema("two", names, List.of(), List.of(), List.of(), List.of("#e69f00", ""));

    assertThat(colored.color(0)).hasValue("#e69f00");
    assertThat(colored.color(1)).isEmpty();
    assertThat(new KeypointSchema("two", names, List.of(), List.of(), List.of(), List.of("", "")))
        .isEqualTo(new KeypointSchema("two", names, List.of(), List.of(), List.of()));
  }
}
