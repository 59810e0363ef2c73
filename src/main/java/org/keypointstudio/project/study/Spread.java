package org.keypointstudio.project.study;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * How numbers lie.
 *
 * @param mean of the numbers
 * @param deviation standard deviation of a sample, with n − 1; NaN of one number
 */
public record Spread(double mean, double deviation) {

  /** The spread of at least one number. */
  static Spread of(double... numbers) {
    double mean = DoubleStream.of(numbers).average().orElseThrow();
    double squares = DoubleStream.of(numbers).map(n -> (n - mean) * (n - mean)).sum();
    return new Spread(
        mean, numbers.length < 2 ? Double.NaN : Math.sqrt(squares / (numbers.length - 1)));
  }

  /**
   * For people: {@code 1.650 ± 0.021}, or the number alone where nothing is known of the spread.
   */
  public String text() {
    return Double.isNaN(deviation)
        ? String.format(Locale.ROOT, "%.3f", mean)
        : String.format(Locale.ROOT, "%.3f ± %.3f", mean, deviation);
  }
}
