package org.keypointstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CurveTest {
  private final Curve curve = new Curve();

  @Test
  void grows_beyond_its_first_capacity() {
    for (int i = 0; i < 1000; i++) {
      curve.add(i, 2 * i);
    }

    assertThat(curve.size()).isEqualTo(1000);
    assertThat(curve.x(999)).isEqualTo(999);
    assertThat(curve.y(999)).isEqualTo(1998);
  }

  @Test
  void leaves_out_what_is_not_finite() {
    curve.add(1, Double.NaN);
    curve.add(2, Double.POSITIVE_INFINITY);

    assertThat(curve.isEmpty()).isTrue();
  }

  @Test
  void does_not_go_back() {
    curve.add(2, 1);

    assertThatThrownBy(() -> curve.add(1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knows_no_point_beyond_the_last() {
    curve.add(2, 1);

    assertThatThrownBy(() -> curve.y(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void finds_the_nearest_point() {
    assertThat(curve.nearest(5)).isEqualTo(-1);
    curve.add(0, 1);
    curve.add(10, 1);
    curve.add(20, 1);

    assertThat(curve.nearest(-5)).isZero();
    assertThat(curve.nearest(10)).isEqualTo(1);
    assertThat(curve.nearest(14)).isEqualTo(1);
    assertThat(curve.nearest(16)).isEqualTo(2);
    assertThat(curve.nearest(99)).isEqualTo(2);
  }

  @Property
  void knows_the_extremes_of_any_stretch(
      @ForAll @Size(min = 1, max = 500) double @DoubleRange(min = -1e6, max = 1e6) [] ys,
      @ForAll @IntRange(max = 499) int one,
      @ForAll @IntRange(max = 499) int other) {
    Curve any = new Curve();
    for (double y : ys) {
      any.add(0, y);
    }
    int start = Math.min(Math.min(one, other), ys.length);
    int end = Math.min(Math.max(one, other), ys.length);

    double[] stretch = Arrays.copyOfRange(ys, start, end);
    assertThat(any.lowest(start, end))
        .isEqualTo(Arrays.stream(stretch).min().orElse(Double.POSITIVE_INFINITY));
    assertThat(any.highest(start, end))
        .isEqualTo(Arrays.stream(stretch).max().orElse(Double.NEGATIVE_INFINITY));
  }
}
