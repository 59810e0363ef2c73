package org.keypointstudio.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.KeypointSchema;

class LabelPlanTest {
  private static final KeypointSchema SCHEMA = KeypointSchema.kaggle15();

  private final LabelPlan kaggle = LabelPlan.of(MissingValues.KAGGLE, 7049, 1);

  private static long rowsWith(LabelPlan plan, int from, int to, int labelled) {
    return IntStream.range(from, to).filter(row -> plan.labelledCount(row) == labelled).count();
  }

  private static long labelled(LabelPlan plan, String keypoint) {
    int index = SCHEMA.indexOf(keypoint);
    return IntStream.range(0, plan.size()).filter(row -> plan.isLabelled(row, index)).count();
  }

  @Test
  void of_7049_rows_2140_are_complete_and_two_thirds_have_four_points() {
    assertThat(rowsWith(kaggle, 0, 7049, 15)).isEqualTo(2140);
    assertThat(rowsWith(kaggle, 0, 7049, 4)).isEqualTo(4755);
  }

  @Test
  void after_row_2284_no_row_has_more_than_four_points() {
    assertThat(rowsWith(kaggle, 0, 2284, 15)).isEqualTo(2140);
    assertThat(rowsWith(kaggle, 2284, 7049, 4)).isEqualTo(4755);
    assertThat(rowsWith(kaggle, 2284, 7049, 3)).isEqualTo(10);
  }

  @Test
  void each_keypoint_is_labelled_as_often_as_in_kaggles_file() {
    assertThat(labelled(kaggle, "left_eye_center")).isEqualTo(7039);
    assertThat(labelled(kaggle, "right_eye_center")).isEqualTo(7036);
    assertThat(labelled(kaggle, "left_eye_inner_corner")).isEqualTo(2271);
    assertThat(labelled(kaggle, "left_eyebrow_outer_end")).isEqualTo(2225);
    assertThat(labelled(kaggle, "right_eyebrow_outer_end")).isEqualTo(2236);
    assertThat(labelled(kaggle, "nose_tip")).isEqualTo(7049);
    assertThat(labelled(kaggle, "mouth_center_bottom_lip")).isEqualTo(7016);
  }

  @Test
  void without_missing_values_every_row_is_complete() {
    LabelPlan plan = LabelPlan.of(MissingValues.NONE, 12, 1);

    assertThat(rowsWith(plan, 0, 12, 15)).isEqualTo(12);
  }

  @Property
  void any_number_of_rows_keeps_the_proportions(
      @ForAll @IntRange(min = 1, max = 3000) int rows, @ForAll long seed) {
    LabelPlan plan = LabelPlan.of(MissingValues.KAGGLE, rows, seed);

    assertThat(plan.size()).isEqualTo(rows);
    assertThat(rowsWith(plan, 0, rows, 15)).isEqualTo(Math.round(2140.0 * rows / 7049));
    assertThat(IntStream.range(0, rows).allMatch(row -> plan.labelledCount(row) >= 3)).isTrue();
  }

  @Property
  void the_mixed_pattern_has_complete_rows_rows_with_gaps_and_rows_with_four_points(
      @ForAll @IntRange(min = 40, max = 1000) int rows, @ForAll long seed) {
    LabelPlan plan = LabelPlan.of(MissingValues.MIXED, rows, seed);

    assertThat(rowsWith(plan, 0, rows, 15)).isBetween(rows * 4L / 10, rows * 6L / 10);
    assertThat(rowsWith(plan, 0, rows, 4)).isGreaterThan(rows * 3L / 10);
    long complete = rowsWith(plan, 0, rows, 15);
    long late = rowsWith(plan, 0, rows, 4) + rowsWith(plan, 0, rows, 3);
    assertThat(rows - complete - late).isPositive();
  }
}
