package org.keypointstudio.dataset.csv;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads and writes one coordinate. */
public final class CoordinateCell {
  /** Farther than any camera's pictures reach, in pixels. */
  public static final double FARTHEST = 1e6;

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

  /** The plain notation of the largest and of the smallest double is shorter. */
  private static final int LONGEST = 1100;

  private static final int EXACT_DIGITS = 15;
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private CoordinateCell() {}

  /** Text that is no coordinate. */
  public static final class NotANumberException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    private NotANumberException(String text, String reason) {
      super(text);
      this.reason = reason;
    }
  }

  /** The sentence about a cell that holds no coordinate. */
  public static RowProblem problem(String column, NotANumberException problem) {
    return new RowProblem(
        ", column %s: \"%s\" is %s; write a coordinate in pixels such as 38.5, or leave the cell empty if the keypoint is not labelled."
            .formatted(column, problem.getMessage(), problem.reason));
  }

  /**
   * The value of the text between two positions: exactly what {@link Double#parseDouble} gives.
   *
   * @return NaN if there is nothing but spaces
   * @throws NotANumberException if it is no finite decimal number; the message is an excerpt
   */
  public static double parse(byte[] bytes, int from, int to) throws NotANumberException {
    if (from == to) {
      return Double.NaN;
    }
    // A mantissa below 2^53 divided by an exactly representable power of ten is correctly rounded.
    int position = bytes[from] == '-' ? from + 1 : from;
    long mantissa = 0;
    int digits = 0;
    int decimals = 0;
    boolean point = false;
    for (; position < to; position++) {
      int digit = bytes[position] - '0';
      if (digit >= 0 && digit <= 9 && digits < EXACT_DIGITS) {
        mantissa = mantissa * 10 + digit;
        digits++;
        decimals += point ? 1 : 0;
      } else if (bytes[position] == '.' && !point) {
        point = true;
      } else {
        return parseAny(bytes, from, to);
      }
    }
    if (digits == 0) {
      return parseAny(bytes, from, to);
    }
    double magnitude = mantissa / POWERS_OF_TEN[decimals];
    if (magnitude > FARTHEST) {
      return parseAny(bytes, from, to);
    }
    return bytes[from] == '-' ? -magnitude : magnitude;
  }

  private static double parseAny(byte[] bytes, int from, int to) throws NotANumberException {
    String text =
        new String(bytes, from, Math.min(to - from, LONGEST), StandardCharsets.UTF_8).strip();
    if (text.isEmpty() && to - from <= LONGEST) {
      return Double.NaN;
    }
    if (to - from <= LONGEST && DECIMAL.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (Math.abs(value) <= FARTHEST) {
        return value;
      }
      if (Double.isFinite(value)) {
        throw new NotANumberException(
            Excerpt.of(text), "farther away than any image is large, a million pixels");
      }
    }
    throw new NotANumberException(Excerpt.of(text), "no number");
  }

  /**
   * The shortest text that {@link #parse} reads as the same value, without an exponent; empty for
   * NaN.
   */
  public static String format(double value) {
    return Double.isNaN(value) ? "" : new BigDecimal(Double.toString(value)).toPlainString();
  }
}
