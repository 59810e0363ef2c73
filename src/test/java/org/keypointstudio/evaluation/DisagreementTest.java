package org.keypointstudio.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;

class DisagreementTest {

  @Test
  void is_the_root_mean_square_distance_over_keypoints_and_pairs() {
    Annotation one = Annotation.ofCoordinates(0, 0, 10, 10);
    Annotation other = Annotation.ofCoordinates(3, 4, 10, 10);

    assertThat(Disagreement.of(List.of(one, other)))
        .isEqualTo(Math.sqrt(25.0 / 2), Offset.offset(1e-12));
    assertThat(Disagreement.of(List.of(one, other, other)))
        .isEqualTo(Math.sqrt(50.0 / 6), Offset.offset(1e-12));
  }

  @Test
  void is_zero_for_one_model_and_where_nothing_is_placed_by_two() {
    Annotation placed = Annotation.ofCoordinates(1, 2);

    assertThat(Disagreement.of(List.of(placed))).isZero();
    assertThat(Disagreement.of(List.of(placed, Annotation.unlabelled(1)))).isZero();
  }
}
