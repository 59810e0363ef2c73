package org.keypointstudio.training.loop;

/**
 * Linear warm-up, then half a cosine down to zero at the end of the run (Loshchilov and Hutter
 * 2017, "SGDR"). It follows the share of the run that is done, so that a run that ends by time
 * comes down to zero too.
 *
 * @param peak the highest rate
 * @param warmUpShare share of the run in which the rate rises
 */
record LearningRateSchedule(double peak, double warmUpShare) {

  /** A twentieth of the run warms up. */
  static LearningRateSchedule cosine(double peak) {
    return new LearningRateSchedule(peak, 0.05);
  }

  /** The rate when this share of the run, 0 to 1, is done. */
  double rateAt(double fractionDone) {
    double fraction = Math.clamp(fractionDone, 0, 1);
    if (fraction < warmUpShare) {
      // The first step must move too, so the rise begins at a tenth.
      return peak * (0.1 + 0.9 * fraction / warmUpShare);
    }
    double phase = (fraction - warmUpShare) / (1 - warmUpShare);
    return peak * 0.5 * (1 + Math.cos(Math.PI * phase));
  }
}
