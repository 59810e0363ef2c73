package org.keypointstudio.ui.task;

import java.time.Duration;

/** How long work will go on if it goes on as it did. */
public final class RemainingTime {
  private static final double LEAST_FRACTION_FOR_ESTIMATE = 0.02;

  private RemainingTime() {}

  /**
   * The time to the end in words: "40 s left"; empty while too little is done to tell.
   *
   * @param elapsed since the work began
   * @param fraction that is done, 0 to 1; less than 0 if nobody knows
   */
  public static String of(Duration elapsed, double fraction) {
    return fraction < LEAST_FRACTION_FOR_ESTIMATE
        ? ""
        : describe(elapsed.toMillis() / fraction - elapsed.toMillis());
  }

  private static String describe(double milliseconds) {
    long seconds = Math.max(1, Math.round(milliseconds / 1000));
    return seconds < 60
        ? seconds + " s left"
        : "%d:%02d min left".formatted(seconds / 60, seconds % 60);
  }
}
