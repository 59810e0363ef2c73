package org.keypointstudio.ui.compare;

import java.util.Locale;

/** How errors are written. */
final class ErrorText {
  private ErrorText() {}

  /** An error with its unit; a dash if there is none. */
  static String pixels(double error) {
    return Double.isNaN(error) ? "–" : number(error) + " px";
  }

  /** An error without its unit; a dash if there is none. */
  static String number(double error) {
    return Double.isNaN(error) ? "–" : String.format(Locale.ROOT, "%.2f", error);
  }
}
