package org.keypointstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ZoomRangeTest {
  private static final Range FULL = new Range(0, 100);

  private final ZoomRange zoom = new ZoomRange();

  @Test
  void shows_everything_until_something_is_chosen() {
    assertThat(zoom.isZoomed()).isFalse();
    assertThat(zoom.shownOf(FULL)).isEqualTo(FULL);
  }

  @Test
  void shows_the_chosen_part_in_whichever_direction_it_was_dragged() {
    zoom.select(60, 20, FULL);

    assertThat(zoom.shownOf(FULL)).isEqualTo(new Range(20, 60));
    zoom.reset();
    assertThat(zoom.shownOf(FULL)).isEqualTo(FULL);
  }

  @Test
  void a_part_without_width_is_no_choice() {
    zoom.select(40, 40, FULL);

    assertThat(zoom.isZoomed()).isFalse();
  }

  @Test
  void keeps_the_value_under_the_mouse_where_it_is() {
    zoom.zoomAt(25, 3, FULL);

    Range shown = zoom.shownOf(FULL);
    assertThat((25 - shown.low()) / shown.length()).isCloseTo(0.25, within(1e-9));
    assertThat(shown.length()).isLessThan(60);
  }

  @Test
  void zooming_out_again_ends_at_everything() {
    zoom.zoomAt(25, 3, FULL);
    zoom.zoomAt(40, -9, FULL);

    assertThat(zoom.isZoomed()).isFalse();
  }

  @Test
  void stops_before_there_is_nothing_left_to_see() {
    for (int i = 0; i < 1000; i++) {
      zoom.zoomAt(50, 1, FULL);
    }

    assertThat(zoom.shownOf(FULL).length()).isGreaterThan(0);
  }

  @Property
  void never_leaves_the_axis(
      @ForAll @DoubleRange(max = 100) double place,
      @ForAll @DoubleRange(min = 0.1, max = 10) double steps,
      @ForAll @DoubleRange(min = -300, max = 300) double distance) {
    ZoomRange moved = new ZoomRange();
    moved.zoomAt(place, steps, FULL);
    double length = moved.shownOf(FULL).length();

    moved.pan(distance, FULL);

    assertThat(moved.shownOf(FULL).low()).isGreaterThanOrEqualTo(-1e-9);
    assertThat(moved.shownOf(FULL).high()).isLessThanOrEqualTo(100 + 1e-9);
    assertThat(moved.shownOf(FULL).length()).isCloseTo(length, within(1e-9));
  }
}
