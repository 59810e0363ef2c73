package org.keypointstudio.ui.canvas.tools;

/**
 * Coordinates as a hand gives them: a thousandth of a pixel is finer than any, and short in files.
 */
final class StoredCoordinate {
  private static final double DIGITS = 1_000;

  private StoredCoordinate() {}

  /** A coordinate in pixels, rounded. */
  static double of(double coordinate) {
    return Math.rint(coordinate * DIGITS) / DIGITS;
  }
}
