package org.keypointstudio.generate.face;

/** Smooth functions of one number, from which surfaces and paints are made. */
final class Smooth {
  private Smooth() {}

  /**
   * A bell of compact support: 1 at the centre, 0 from distance 1 on, with two continuous
   * derivatives. Close to exp(−3d²), and much cheaper.
   *
   * @param squaredDistance d², from the centre, in radii
   */
  static double bell(double squaredDistance) {
    if (squaredDistance >= 1) {
      return 0;
    }
    double rest = 1 - squaredDistance;
    return rest * rest * rest;
  }

  /** An elliptical {@link #bell} around (0, 0). */
  static double bell(double x, double y, double radiusX, double radiusY) {
    double dx = x / radiusX;
    double dy = y / radiusY;
    return bell(dx * dx + dy * dy);
  }

  /** 0 up to {@code from}, 1 from {@code to} on, and a smooth rise between them. */
  static double step(double from, double to, double value) {
    double t = Math.clamp((value - from) / (to - from), 0.0, 1.0);
    return t * t * (3 - 2 * t);
  }

  /** Linear interpolation: {@code from} at 0, {@code to} at 1. */
  static double mix(double from, double to, double share) {
    return from + (to - from) * share;
  }

  /** The larger of two heights, rounded where they cross over a width of {@code blend}. */
  static double max(double a, double b, double blend) {
    double h = Math.max(blend - Math.abs(a - b), 0) / blend;
    return Math.max(a, b) + h * h * blend * 0.25;
  }
}
