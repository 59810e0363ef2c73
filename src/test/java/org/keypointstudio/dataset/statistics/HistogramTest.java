package org.keypointstudio.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void intervals_begin_at_round_numbers_and_take_their_lower_end_in() {
    Histogram histogram = Histogram.of(new double[] {0, 10, 19.9, 20, 39, Double.NaN}, 5);

    assertThat(histogram.step()).isEqualTo(10);
    assertThat(histogram.low()).isZero();
    assertThat(histogram.bins().stream().map(Arrays::toString))
        .containsExactly("[0]", "[1, 2]", "[3]", "[4]");
    assertThat(histogram.unknown()).isEqualTo(1);
  }

  @Test
  void a_far_value_does_not_squeeze_the_others() {
    double[] values = IntStream.range(0, 1000).mapToDouble(i -> i % 100).toArray();
    values[17] = 1e9;
    Histogram histogram = Histogram.of(values, 20);

    assertThat(histogram.to(histogram.bins().size() - 1)).isLessThan(200);
    assertThat(histogram.openAbove()).isTrue();
    assertThat(histogram.openBelow()).isFalse();
    assertThat(histogram.bins().getLast()).contains(17);
  }

  @Test
  void equal_values_fall_into_one_interval_and_no_value_into_none() {
    assertThat(Histogram.of(new double[] {3, 3, 3}, 10).bins())
        .singleElement()
        .isEqualTo(new int[] {0, 1, 2});
    assertThat(Histogram.of(new double[] {Double.NaN, Double.POSITIVE_INFINITY}, 10).bins())
        .isEmpty();
  }

  @Property(tries = 200)
  void every_known_value_is_counted_once_where_it_belongs(
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e4, max = 1e4) Double> values,
      @ForAll @IntRange(min = 2, max = 40) int most) {
    double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
    Histogram histogram = Histogram.of(array, most);

    assertThat(histogram.bins()).hasSizeLessThanOrEqualTo(most + 1);
    assertThat(histogram.bins().stream().flatMapToInt(Arrays::stream).sorted())
        .containsExactly(IntStream.range(0, array.length).boxed().toArray(Integer[]::new));
    for (int bin = 1; bin < histogram.bins().size() - 1; bin++) {
      for (int face : histogram.bins().get(bin)) {
        assertThat(array[face])
            .isCloseTo((histogram.from(bin) + histogram.to(bin)) / 2, within(histogram.step()));
      }
    }
  }
}
