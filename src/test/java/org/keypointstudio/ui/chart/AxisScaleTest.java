package org.keypointstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class AxisScaleTest {

  @Example
  void linear_ticks_are_round() {
    assertThat(AxisScale.LINEAR.ticks(new Range(0, 100), 5))
        .extracting(Tick::label)
        .containsExactly("0", "20", "40", "60", "80", "100");
    assertThat(AxisScale.LINEAR.ticks(new Range(1.7, 3.1), 4))
        .extracting(Tick::label)
        .containsExactly("2.0", "2.5", "3.0");
    assertThat(AxisScale.LINEAR.ticks(new Range(0, 12_000), 3))
        .extracting(Tick::label)
        .containsExactly("0", "5,000", "10,000");
  }

  @Example
  void logarithmic_ticks_are_one_two_and_five_of_each_decade() {
    assertThat(AxisScale.LOGARITHMIC.ticks(new Range(0.9, 30), 5))
        .extracting(Tick::label)
        .containsExactly("1", "2", "5", "10", "20");
    assertThat(AxisScale.LOGARITHMIC.ticks(new Range(0.05, 1), 5))
        .extracting(Tick::label)
        .containsExactly("0.05", "0.1", "0.2", "0.5", "1");
  }

  @Example
  void a_short_logarithmic_axis_has_even_ticks() {
    assertThat(AxisScale.LOGARITHMIC.ticks(new Range(2, 4), 4))
        .extracting(Tick::label)
        .containsExactly("2.0", "2.5", "3.0", "3.5", "4.0");
  }

  @Example
  void equal_ratios_take_equal_lengths_on_a_logarithmic_axis() {
    Range range = new Range(1, 100);

    assertThat(AxisScale.LOGARITHMIC.position(10, range)).isEqualTo(0.5, Offset.offset(1e-12));
  }

  @Property
  void a_range_around_values_shows_them_on_either_scale(
      @ForAll AxisScale scale,
      @ForAll @DoubleRange(min = 0.01, max = 1e5) double one,
      @ForAll @DoubleRange(min = 0.01, max = 1e5) double other) {
    Range range = scale.around(Math.min(one, other), Math.max(one, other));

    assertThat(scale.position(one, range)).isBetween(0.0, 1.0);
    assertThat(scale.position(other, range)).isBetween(0.0, 1.0);
  }

  @Property
  void ticks_lie_within_the_range(
      @ForAll AxisScale scale,
      @ForAll @DoubleRange(min = 0.01, max = 1e3) double low,
      @ForAll @DoubleRange(min = 0.01, max = 1e3) double length,
      @ForAll @IntRange(min = 1, max = 20) int most) {
    Range range = new Range(low, low + length);

    assertThat(scale.ticks(range, most))
        .allSatisfy(
            tick -> assertThat(scale.position(tick.value(), range)).isBetween(-1e-6, 1 + 1e-6));
  }
}
