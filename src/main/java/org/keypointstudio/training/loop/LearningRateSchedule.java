package org.keypointstudio.training.loop;

import org.keypointstudio.training.Schedule;

/**
 * A {@link Schedule} with its rates. It follows the share of the run that is done, so that a run
 * that ends by time goes all the way too.
 *
 * @param peak the highest rate
 * @param schedule how the rate goes
 */
record LearningRateSchedule(double peak, Schedule schedule) {
  /** The first step must move too, so the warm-up begins at this share of the peak. */
  private static final double FIRST_SHARE = 0.1;

  /** What Smith and Topin's schedule begins with and ends with, as it is customary. */
  private static final double ONE_CYCLE_FIRST_SHARE = 0.04;

  private static final double ONE_CYCLE_LAST_SHARE = 1e-5;

  /** The rate when this share of the run, 0 to 1, is done. */
  double rateAt(double fractionDone) {
    double fraction = Math.clamp(fractionDone, 0, 1);
    double warmUp = schedule.warmUpShare();
    return fraction < warmUp
        ? warmingUp(fraction / warmUp)
        : warm((fraction - warmUp) / (1 - warmUp));
  }

  private double warmingUp(double phase) {
    return schedule.shape() == Schedule.Shape.ONE_CYCLE
        ? halfCosine(ONE_CYCLE_FIRST_SHARE * peak, peak, phase)
        : peak * (FIRST_SHARE + (1 - FIRST_SHARE) * phase);
  }

  private double warm(double phase) {
    return switch (schedule.shape()) {
      case CONSTANT -> peak;
      case STEP -> phase < 0.5 ? peak : phase < 0.75 ? peak / 10 : peak / 100;
      case COSINE -> halfCosine(peak, 0, phase);
      case ONE_CYCLE -> halfCosine(peak, ONE_CYCLE_LAST_SHARE * peak, phase);
    };
  }

  private static double halfCosine(double from, double to, double phase) {
    return to + (from - to) * 0.5 * (1 + Math.cos(Math.PI * phase));
  }
}
