package org.keypointstudio.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaGuess;
import org.keypointstudio.model.schema.SchemaPreset;

class PlainFaceTest {
  private static final int SIDE = 160;

  private static Annotation points(KeypointSchema schema) {
    return PlainFace.of(schema, SIDE).orElseThrow().points();
  }

  private static int index(KeypointSchema schema, String name) {
    assertThat(schema.indexOf(name)).as(name).isNotNegative();
    return schema.indexOf(name);
  }

  @ParameterizedTest
  @EnumSource(SchemaPreset.class)
  void every_face_keypoint_of_a_preset_is_within_the_picture(SchemaPreset preset) {
    Annotation points = points(preset.schema());

    assertThat(points.placedCount())
        .isEqualTo(preset == SchemaPreset.COCO_17 ? 5 : preset.schema().size());
    for (int k = 0; k < points.size(); k++) {
      if (points.isPlaced(k)) {
        assertThat(points.x(k)).isBetween(0.0, SIDE - 1.0);
        assertThat(points.y(k)).isBetween(0.0, SIDE - 1.0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SchemaPreset.class)
  void partners_mirror_each_other(SchemaPreset preset) {
    Annotation points = points(preset.schema());
    Annotation mirrored = points.flipped(preset.schema(), SIDE);

    for (int k = 0; k < points.size(); k++) {
      if (points.isPlaced(k)) {
        assertThat(mirrored.x(k)).as("x of %d", k).isCloseTo(points.x(k), within(1e-6));
        assertThat(mirrored.y(k)).as("y of %d", k).isCloseTo(points.y(k), within(1e-6));
      }
    }
  }

  @Test
  void left_is_the_subjects_and_lies_at_the_right_of_the_picture() {
    KeypointSchema schema = KeypointSchema.kaggle15();
    Annotation points = points(schema);

    assertThat(points.x(index(schema, "left_eye_center")))
        .isGreaterThan(points.x(index(schema, "right_eye_center")));
    assertThat(points.x(index(schema, "left_eye_outer_corner")))
        .isGreaterThan(points.x(index(schema, "left_eye_inner_corner")));
    assertThat(points.y(index(schema, "mouth_center_bottom_lip")))
        .isGreaterThan(points.y(index(schema, "mouth_center_top_lip")));
  }

  @Test
  void the_left_of_celeba_is_the_viewers() {
    KeypointSchema schema = SchemaPreset.CELEBA_5.schema();
    Annotation points = points(schema);

    assertThat(points.x(index(schema, "lefteye"))).isLessThan(points.x(index(schema, "righteye")));
  }

  @Test
  void numbered_keypoints_of_a_preset_have_its_places() {
    List<String> names = IntStream.range(0, 68).mapToObj(k -> "part_" + k).toList();

    assertThat(points(SchemaGuess.of(names))).isEqualTo(points(SchemaPreset.IBUG_68.schema()));
  }

  @Test
  void a_schema_of_ones_own_has_the_places_of_the_names_that_are_known() {
    KeypointSchema schema =
        SchemaGuess.plain("mine", List.of("Nose tip", "left eye center", "hat_brim"));
    Annotation points = points(schema);

    assertThat(points.isPlaced(0)).isTrue();
    assertThat(points.isPlaced(1)).isTrue();
    assertThat(points.isPlaced(2)).isFalse();
  }

  @Test
  void a_schema_of_which_nothing_is_known_has_no_plain_face() {
    assertThat(PlainFace.of(SchemaGuess.plain("mine", List.of("hat", "tie")), SIDE)).isEmpty();
  }

  @Test
  void the_drawing_is_a_face_on_a_darker_ground() {
    GrayImage image = PlainFace.of(KeypointSchema.kaggle15(), SIDE).orElseThrow().image();

    assertThat(image.at(SIDE / 2 + 20, SIDE / 4)).isGreaterThan(image.at(2, 2));
  }

  @Test
  void what_a_mean_face_lacks_is_completed() {
    KeypointSchema schema = KeypointSchema.kaggle15();
    Annotation plain = points(schema);
    Annotation few = Annotation.unlabelled(schema.size());
    for (int k = 0; k < 3; k++) {
      few = few.with(k, Keypoint.visible(plain.x(k) / 2 + 10, plain.y(k) / 2 + 30));
    }
    GrayImage image = new GrayImage(new ImageSize(SIDE, SIDE), new byte[SIDE * SIDE]);

    Annotation completed = PlainFace.complete(new ReferenceFace(image, few), schema).points();

    assertThat(completed.isComplete()).isTrue();
    assertThat(completed.keypoint(0)).isEqualTo(few.keypoint(0));
    assertThat(completed.x(10)).isCloseTo(plain.x(10) / 2 + 10, within(1e-6));
    assertThat(completed.y(10)).isCloseTo(plain.y(10) / 2 + 30, within(1e-6));
  }

  @Test
  void one_keypoint_is_too_few_to_complete_a_face() {
    KeypointSchema schema = KeypointSchema.kaggle15();
    Annotation one = Annotation.unlabelled(15).with(0, Keypoint.visible(3, 4));
    GrayImage image = new GrayImage(new ImageSize(SIDE, SIDE), new byte[SIDE * SIDE]);

    assertThat(PlainFace.complete(new ReferenceFace(image, one), schema).points()).isEqualTo(one);
  }
}
