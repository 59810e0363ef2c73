package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {
  private final LearningRateSchedule schedule = LearningRateSchedule.cosine(0.01);

  @Test
  void the_rate_rises_to_its_peak_and_comes_down_to_zero() {
    assertThat(schedule.rateAt(0)).isCloseTo(0.001, within(1e-9));
    assertThat(schedule.rateAt(0.05)).isCloseTo(0.01, within(1e-9));
    assertThat(schedule.rateAt(0.525)).isCloseTo(0.005, within(1e-9));
    assertThat(schedule.rateAt(1)).isCloseTo(0, within(1e-9));
  }

  @Property
  void the_rate_never_leaves_its_bounds(@ForAll @DoubleRange(min = -1, max = 2) double fraction) {
    assertThat(schedule.rateAt(fraction)).isBetween(0.0, 0.01);
  }
}
