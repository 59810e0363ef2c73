package org.keypointstudio.ui.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EveryValueTest {
  private final List<Runnable> frames = new ArrayList<>();
  private final List<Integer> received = new ArrayList<>();
  private final UiThread framed =
      new UiThread() {
        @Override
        public void execute(Runnable action) {
          action.run();
        }

        @Override
        public void onNextFrame(Runnable action) {
          frames.add(action);
        }
      };
  private final EveryValue<Integer> values = new EveryValue<>(framed, received::add);

  @Test
  void delivers_all_values_of_a_frame_together_and_in_order() {
    values.offer(1);
    values.offer(2);
    values.offer(3);

    assertThat(received).isEmpty();
    assertThat(frames).hasSize(1);
    frames.removeFirst().run();
    assertThat(received).containsExactly(1, 2, 3);
  }

  @Test
  void asks_for_another_frame_after_a_delivery() {
    values.offer(1);
    frames.removeFirst().run();
    values.offer(2);
    frames.removeFirst().run();

    assertThat(received).containsExactly(1, 2);
  }

  @Test
  void delivers_what_waits_when_it_is_flushed() {
    values.offer(1);
    values.flush();

    assertThat(received).containsExactly(1);
    frames.removeFirst().run();
    assertThat(received).containsExactly(1);
  }
}
