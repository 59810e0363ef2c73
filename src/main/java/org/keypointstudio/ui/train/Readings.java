package org.keypointstudio.ui.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How measured numbers are written. */
public final class Readings {
  private static final int SECONDS_IN_AN_HOUR = 3600;

  private Readings() {}

  /** An error in pixels with its unit; a dash if it is not known. */
  public static String pixels(double rmse) {
    return Double.isFinite(rmse) ? String.format(Locale.ROOT, "%.2f px", rmse) : "–";
  }

  /**
   * A learning rate to three figures, with a power of ten where it is small: "0.001", "1.23e-05".
   */
  public static String rate(double rate) {
    return new BigDecimal(rate)
        .round(new MathContext(3))
        .stripTrailingZeros()
        .toString()
        .toLowerCase(Locale.ROOT);
  }

  /** A count with separated thousands. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A count with its noun in the right number: "1 face", "1,200 faces". */
  public static String count(long count, String singular) {
    return count(count) + " " + singular + (count == 1 ? "" : "s");
  }

  /** A time in minutes and seconds, with hours where it takes them; a dash if it is not known. */
  public static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "–";
    }
    long whole = Math.max(0, Math.round(seconds));
    return whole < SECONDS_IN_AN_HOUR
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", whole / SECONDS_IN_AN_HOUR, whole / 60 % 60, whole % 60);
  }
}
