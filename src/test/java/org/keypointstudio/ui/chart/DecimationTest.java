package org.keypointstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DecimationTest {

  @Property
  void the_ends_and_the_extremes_of_a_curve_are_always_kept(
      @ForAll @Size(min = 1, max = 400) double @DoubleRange(min = -1e6, max = 1e6) [] ys,
      @ForAll @IntRange(min = 1, max = 30) int columns) {
    Curve curve = new Curve();
    for (int i = 0; i < ys.length; i++) {
      curve.add(i, ys[i]);
    }

    int[] kept = Decimation.keptPoints(curve, columns);

    assertThat(kept).contains(0, ys.length - 1).isSorted().doesNotHaveDuplicates();
    double[] keptYs = Arrays.stream(kept).mapToDouble(curve::y).toArray();
    assertThat(Arrays.stream(keptYs).max()).isEqualTo(Arrays.stream(ys).max());
    assertThat(Arrays.stream(keptYs).min()).isEqualTo(Arrays.stream(ys).min());
    assertThat(kept.length).isLessThanOrEqualTo(4 * columns);
  }
}
