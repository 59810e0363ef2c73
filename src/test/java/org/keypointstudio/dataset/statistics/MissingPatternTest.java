package org.keypointstudio.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;

class MissingPatternTest {

  @Test
  void faces_that_lack_the_same_points_are_counted_together_the_most_frequent_first() {
    Annotation complete = Annotation.ofCoordinates(1, 1, 2, 2);
    Annotation second = Annotation.ofCoordinates(1, 1, Double.NaN, Double.NaN);
    Annotation absent = complete.with(1, Keypoint.absent());

    assertThat(MissingPattern.of(List.of(complete, second, absent)))
        .as("an absent point has no place either")
        .containsExactly(
            new MissingPattern(List.of(1), List.of(1, 2)),
            new MissingPattern(List.of(), List.of(0)));
    assertThat(MissingPattern.of(List.of())).isEmpty();
  }
}
