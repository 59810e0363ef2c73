package org.keypointstudio.report;

import java.util.Locale;
import org.keypointstudio.evaluation.comparison.Estimate;
import org.keypointstudio.evaluation.comparison.Interval;
import org.keypointstudio.evaluation.comparison.Measure;
import org.keypointstudio.evaluation.comparison.PairedDifference;

/** How figures are written for people, with a point as decimal sign. */
public final class FigureText {
  private static final String NONE = "–";
  private static final double SMALLEST_P = 0.0001;

  private FigureText() {}

  /** A figure with its unit, or a dash. */
  public static String of(Measure measure, double value) {
    return Double.isNaN(value) ? NONE : number(measure, value) + unit(measure);
  }

  /** A figure with its unit and interval: {@code 2.46 px [2.31, 2.60]}. */
  public static String of(Measure measure, Estimate estimate) {
    return of(measure, estimate.value()) + " " + interval(measure, estimate.interval());
  }

  /** The ends of an interval without unit: {@code [2.31, 2.60]}. */
  public static String interval(Measure measure, Interval interval) {
    return Double.isNaN(interval.low())
        ? ""
        : "[%s, %s]".formatted(number(measure, interval.low()), number(measure, interval.high()));
  }

  /** A difference with its sign, unit and interval. */
  public static String difference(PairedDifference difference) {
    double value = difference.difference();
    String sign = value > 0 ? "+" : "";
    String points =
        difference.measure().unit() == Measure.Unit.SHARE ? " points" : unit(difference.measure());
    return Double.isNaN(value)
        ? NONE
        : sign
            + number(difference.measure(), value)
            + points
            + " "
            + interval(difference.measure(), difference.interval());
  }

  /** A p-value. */
  public static String probability(double p) {
    if (Double.isNaN(p)) {
      return NONE;
    }
    return p < SMALLEST_P ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }

  private static String number(Measure measure, double value) {
    return switch (measure.unit()) {
      case PIXELS -> String.format(Locale.ROOT, "%.3f", value);
      case SHARE -> String.format(Locale.ROOT, "%.2f", 100 * value);
      case NUMBER -> String.format(Locale.ROOT, "%.4f", value);
    };
  }

  private static String unit(Measure measure) {
    return switch (measure.unit()) {
      case PIXELS -> " px";
      case SHARE -> " %";
      case NUMBER -> "";
    };
  }
}
