package org.keypointstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VisiblePartTest {

  private static CurveSeries series(double... ys) {
    Curve curve = new Curve();
    for (int i = 0; i < ys.length; i++) {
      curve.add(i, ys[i]);
    }
    return CurveSeries.styled("error", curve, CurveSeries.Role.LINE);
  }

  private static PlotArea plot(int width, double low, double high) {
    return new PlotArea(
        new Rectangle2D(40, 10, width, 100),
        new Range(low, high),
        new Range(-1e6, 1e6),
        AxisScale.LINEAR);
  }

  @Property
  void a_thinned_line_keeps_the_ends_and_the_extremes(
      @ForAll @Size(min = 1, max = 400) double @DoubleRange(min = -1e6, max = 1e6) [] ys,
      @ForAll @IntRange(min = 1, max = 30) int width) {
    PlotArea area = plot(width, 0, Math.max(1, ys.length - 1));

    Polyline line = VisiblePart.of(series(ys), area).line();

    double[] kept = Arrays.copyOf(line.ys(), line.size());
    double[] places = Arrays.stream(ys).map(area::toY).toArray();
    assertThat(kept[0]).isEqualTo(places[0]);
    assertThat(kept[kept.length - 1]).isEqualTo(places[places.length - 1]);
    assertThat(Arrays.stream(kept).max()).isEqualTo(Arrays.stream(places).max());
    assertThat(Arrays.stream(kept).min()).isEqualTo(Arrays.stream(places).min());
    assertThat(kept.length).isLessThanOrEqualTo(Math.max(ys.length, 4 * (width + 2)));
  }

  @Property
  void every_point_falls_into_one_column(
      @ForAll @IntRange(min = 1, max = 3000) int points,
      @ForAll @IntRange(min = 1, max = 300) int width) {
    int[] visits = new int[points];

    VisiblePart.of(series(new double[points]), plot(width, 0, points))
        .forEachColumn(
            (_, first, behind) -> {
              for (int i = first; i < behind; i++) {
                visits[i]++;
              }
            });

    assertThat(visits).containsOnly(1);
  }

  @Test
  void a_part_comes_from_outside_and_goes_on_outside() {
    VisiblePart part = VisiblePart.of(series(new double[100]), plot(50, 20.5, 30.5));

    assertThat(part.start()).isEqualTo(20);
    assertThat(part.end()).isEqualTo(32);
    assertThat(part.x(20)).isLessThan(40);
    assertThat(part.x(31)).isGreaterThan(90);
  }

  @Test
  void nothing_of_a_curve_that_ended_before_is_shown_but_its_last_point() {
    assertThat(VisiblePart.of(series(1, 2, 3), plot(50, 10, 20)).size()).isEqualTo(1);
    assertThat(VisiblePart.of(series(), plot(50, 10, 20)).size()).isZero();
  }

  @Test
  void columns_follow_the_unit_of_the_axis() {
    CurveSeries inSteps = series(1, 2, 3, 4, 5);
    inSteps.horizontalFactorProperty().set(200);

    VisiblePart part = VisiblePart.of(inSteps, plot(80, 0, 800));

    assertThat(part.size()).isEqualTo(5);
    assertThat(part.x(2)).isCloseTo(80, within(1e-9));
  }
}
