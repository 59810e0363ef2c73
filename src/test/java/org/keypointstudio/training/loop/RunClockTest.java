package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunClockTest {
  private final AtomicLong now = new AtomicLong();

  @Test
  void the_end_that_comes_first_counts() {
    RunClock clock = new RunClock(now::get, 100, 1000);
    for (int step = 1; step <= 100; step++) {
      now.addAndGet(200_000_000);
      clock.stepped(64);
    }

    // 20 of 100 seconds, 100 of 1000 steps: the time ends it.
    assertThat(clock.fractionDone()).isCloseTo(0.2, within(1e-9));
    assertThat(clock.remainingSeconds()).isCloseTo(80, within(1e-9));
    assertThat(clock.facesPerSecond()).isCloseTo(320, within(1e-6));
  }

  @Test
  void steps_end_a_run_that_is_fast_enough() {
    RunClock clock = new RunClock(now::get, 100, 10);
    now.addAndGet(1_000_000_000);
    clock.stepped(8);

    assertThat(clock.fractionDone()).isCloseTo(0.1, within(1e-9));
    assertThat(clock.remainingSeconds()).isCloseTo(9, within(1e-9));
  }

  @Test
  void a_pause_does_not_slow_the_rate() {
    RunClock clock = new RunClock(now::get, 100, 1000);
    now.addAndGet(1_000_000_000);
    clock.stepped(64);
    now.addAndGet(3_000_000_000L);
    clock.resumed();
    now.addAndGet(1_000_000_000);
    clock.stepped(64);

    assertThat(clock.facesPerSecond()).isCloseTo(64, within(1e-6));
  }

  @Test
  void a_run_that_its_steps_will_end_does_not_depend_on_the_clock() {
    RunClock clock = new RunClock(now::get, 100, 1000);
    now.addAndGet(3_000_000_000L);
    for (int step = 1; step <= 500; step++) {
      clock.stepped(64);
      assertThat(clock.fractionDone()).isEqualTo(step / 1000.0);
      now.addAndGet(20_000_000);
    }
  }
}
