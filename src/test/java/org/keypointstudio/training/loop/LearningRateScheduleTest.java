package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.training.Schedule;
import org.keypointstudio.training.Schedule.Shape;

class LearningRateScheduleTest {
  private static final double PEAK = 0.01;

  private static LearningRateSchedule schedule(Shape shape) {
    return new LearningRateSchedule(PEAK, Schedule.of(shape));
  }

  @Test
  void a_cosine_rises_to_its_peak_and_comes_down_to_zero() {
    LearningRateSchedule cosine = schedule(Shape.COSINE);

    assertThat(cosine.rateAt(0)).isCloseTo(0.001, within(1e-9));
    assertThat(cosine.rateAt(0.05)).isCloseTo(PEAK, within(1e-9));
    assertThat(cosine.rateAt(0.525)).isCloseTo(0.005, within(1e-9));
    assertThat(cosine.rateAt(1)).isCloseTo(0, within(1e-9));
  }

  @Test
  void a_constant_rate_stays_after_its_warm_up() {
    LearningRateSchedule constant = schedule(Shape.CONSTANT);

    assertThat(constant.rateAt(0.025)).isCloseTo(0.0055, within(1e-9));
    assertThat(constant.rateAt(0.05)).isEqualTo(PEAK);
    assertThat(constant.rateAt(1)).isEqualTo(PEAK);
  }

  @Test
  void steps_fall_to_a_tenth_and_to_a_hundredth() {
    LearningRateSchedule step = new LearningRateSchedule(PEAK, new Schedule(Shape.STEP, 0));

    assertThat(step.rateAt(0)).isEqualTo(PEAK);
    assertThat(step.rateAt(0.49)).isEqualTo(PEAK);
    assertThat(step.rateAt(0.5)).isCloseTo(PEAK / 10, within(1e-12));
    assertThat(step.rateAt(0.75)).isCloseTo(PEAK / 100, within(1e-12));
  }

  @Test
  void one_cycle_rises_for_a_third_and_falls_to_nearly_nothing() {
    LearningRateSchedule cycle = schedule(Shape.ONE_CYCLE);

    assertThat(cycle.rateAt(0)).isCloseTo(PEAK / 25, within(1e-9));
    assertThat(cycle.rateAt(0.15)).isCloseTo((PEAK + PEAK / 25) / 2, within(1e-9));
    assertThat(cycle.rateAt(0.3)).isCloseTo(PEAK, within(1e-9));
    assertThat(cycle.rateAt(1)).isCloseTo(PEAK * 1e-5, within(1e-12));
  }

  @Property
  void the_rate_never_leaves_its_bounds(
      @ForAll Shape shape,
      @ForAll @DoubleRange(max = 0.99) double warmUp,
      @ForAll @DoubleRange(min = -1, max = 2) double fraction) {
    var schedule = new LearningRateSchedule(PEAK, new Schedule(shape, warmUp));

    assertThat(schedule.rateAt(fraction)).isBetween(0.0, PEAK + 1e-15);
  }
}
