package org.keypointstudio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class AnnotationTest {
  private static final KeypointSchema SCHEMA = KeypointSchema.kaggle15();

  @Provide
  Arbitrary<Annotation> annotations() {
    Arbitrary<Double> coordinate = Arbitraries.integers().between(0, 95).map(Integer::doubleValue);
    Arbitrary<Keypoint> placed =
        Combinators.combine(
                coordinate, coordinate, Arbitraries.of(Visibility.VISIBLE, Visibility.OCCLUDED))
            .as(Keypoint::new);
    Arbitrary<Keypoint> unplaced = Arbitraries.of(Keypoint.unlabelled(), Keypoint.absent());
    return Arbitraries.frequencyOf(Tuple.of(3, placed), Tuple.of(1, unplaced))
        .list()
        .ofSize(SCHEMA.size())
        .map(Annotation::of);
  }

  @Property
  void flipping_twice_gives_the_same_annotation(@ForAll("annotations") Annotation annotation) {
    assertThat(annotation.flipped(SCHEMA, 96).flipped(SCHEMA, 96)).isEqualTo(annotation);
  }

  @Property
  void keypoints_come_out_as_they_went_in(@ForAll("annotations") Annotation annotation) {
    assertThat(Annotation.of(annotation.keypoints())).isEqualTo(annotation);
  }

  @Test
  void a_flip_puts_the_left_eye_where_the_right_eye_was_mirrored() {
    Annotation annotation =
        Annotation.unlabelled(15)
            .with(0, Keypoint.visible(66, 39))
            .with(1, Keypoint.visible(30, 37))
            .with(10, Keypoint.visible(44, 57));

    Annotation flipped = annotation.flipped(SCHEMA, 96);

    assertThat(flipped.keypoint(0)).isEqualTo(Keypoint.visible(95 - 30, 37));
    assertThat(flipped.keypoint(1)).isEqualTo(Keypoint.visible(95 - 66, 39));
    assertThat(flipped.keypoint(10)).isEqualTo(Keypoint.visible(95 - 44, 57));
    assertThat(flipped.placedCount()).isEqualTo(3);
  }

  @Test
  void replacing_a_keypoint_leaves_the_original_as_it_was() {
    Annotation original = Annotation.unlabelled(2);

    Annotation changed = original.with(1, Keypoint.visible(3, 4));

    assertThat(original.placedCount()).isZero();
    assertThat(changed.keypoints())
        .isEqualTo(List.of(Keypoint.unlabelled(), Keypoint.visible(3, 4)));
  }

  @Test
  void a_keypoint_with_half_a_place_is_refused() {
    assertThatThrownBy(() -> Keypoint.visible(3, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(3.0, NaN)");
    assertThatThrownBy(() -> new Keypoint(1, 2, Visibility.ABSENT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
