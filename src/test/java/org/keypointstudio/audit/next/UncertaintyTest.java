package org.keypointstudio.audit.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

class UncertaintyTest {
  private static final KeypointSchema SCHEMA =
      new KeypointSchema(
          "eyes and nose",
          List.of("left_eye", "right_eye", "nose"),
          List.of(new IndexPair(0, 1)),
          List.of(),
          List.of(new IndexPair(0, 1)));

  private static final Annotation NOTHING = Annotation.unlabelled(3);
  private final Uncertainty uncertainty = new Uncertainty(SCHEMA);

  private static Annotation answer(double noseX) {
    return Annotation.ofCoordinates(60, 30, 20, 30, noseX, 50);
  }

  @Test
  void is_nothing_where_all_answers_are_the_same() {
    assertThat(uncertainty.of(NOTHING, List.of(answer(40), answer(40)))).isZero();
  }

  @Test
  void is_the_spread_of_the_answers_in_distances_between_the_eyes() {
    // The nose is 4 px from the mean in both answers, one of three keypoints, eyes 40 px apart.
    assertThat(uncertainty.of(NOTHING, List.of(answer(36), answer(44))))
        .isCloseTo(4 / Math.sqrt(3) / 40, within(1e-12));
  }

  @Test
  void does_not_count_keypoints_that_are_labelled() {
    Annotation noseKnown = NOTHING.with(2, Keypoint.visible(40, 50));

    assertThat(uncertainty.of(noseKnown, List.of(answer(36), answer(44)))).isZero();
  }

  @Test
  void does_not_count_keypoints_that_are_known_to_be_absent() {
    Annotation noNose = NOTHING.with(2, Keypoint.absent());

    assertThat(uncertainty.of(noNose, List.of(answer(36), answer(44)))).isZero();
  }

  @Test
  void does_not_depend_on_how_large_the_image_is() {
    Annotation one = Annotation.ofCoordinates(60, 30, 20, 30, 36, 50);
    Annotation other = Annotation.ofCoordinates(60, 30, 20, 30, 44, 54);
    Annotation large = Annotation.ofCoordinates(600, 300, 200, 300, 360, 500);
    Annotation largeOther = Annotation.ofCoordinates(600, 300, 200, 300, 440, 540);

    assertThat(uncertainty.of(NOTHING, List.of(large, largeOther)))
        .isCloseTo(uncertainty.of(NOTHING, List.of(one, other)), within(1e-12));
  }

  @Test
  void is_finite_where_all_answers_lie_on_one_place() {
    Annotation place = Annotation.ofCoordinates(5, 5, 5, 5, 5, 5);

    assertThat(uncertainty.of(NOTHING, List.of(place, place))).isZero();
  }
}
