package org.keypointstudio.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class GrowthTest {
  /** One measurement a minute. */
  private static List<Footprint> threads(int minutes, IntToDoubleFunction threads) {
    List<Footprint> all = new ArrayList<>();
    for (int minute = 0; minute < minutes; minute++) {
      all.add(new Footprint(minute, minute, 0, Double.NaN, 0, threads.applyAsDouble(minute), 0));
    }
    return all;
  }

  @Test
  void a_steady_growth_is_told_by_the_hour() {
    assertThat(Bound.THREADS.growth(threads(30, minute -> 10 + minute * 0.5)))
        .isCloseTo(30, within(1e-9));
    assertThat(Bound.THREADS.holds(threads(30, minute -> 10 + minute * 0.5))).isFalse();
  }

  @Test
  void what_only_fills_up_in_the_beginning_is_bounded() {
    assertThat(Bound.THREADS.holds(threads(30, minute -> Math.min(minute, 8)))).isTrue();
  }

  @Test
  void a_few_odd_measurements_do_not_matter() {
    assertThat(Bound.THREADS.holds(threads(30, minute -> minute == 28 ? 500 : 20))).isTrue();
  }

  @Test
  void what_is_not_known_is_not_judged() {
    assertThat(Bound.VIRTUAL_MACHINE.holds(threads(30, minute -> 1))).isTrue();
    assertThat(Bound.THREADS.holds(threads(1, minute -> 1))).isTrue();
  }
}
