package org.keypointstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
