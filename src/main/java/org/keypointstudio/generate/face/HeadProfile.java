package org.keypointstudio.generate.face;

import org.keypointstudio.generate.face.Person.Proportions;

/**
 * The bare head without features as a stack of horizontal rings: half-ellipses in front and behind.
 * Rows run from under the chin (0) to the crown (1).
 */
final class HeadProfile {
  /** Depth of the plane through the ears, the widest place of each ring. */
  static final double EAR_Z = -1.25;

  private static final int RINGS = 18;

  private final double[] height = new double[RINGS];
  private final double[] halfWidth = new double[RINGS];
  private final double[] front = new double[RINGS];
  private final double[] back = new double[RINGS];
  private int filled;

  HeadProfile(Proportions p, double chinY) {
    double chin = chinY;
    double w = p.faceWidth();
    double jaw = w * p.jawWidth();
    double full = p.fullness();
    double mouth = -p.mouthLevel();
    double top = p.crown();
    ring(chin + 0.24, 0.02, -1.05, -1.15);
    ring(chin + 0.10, 0.30 * jaw, -0.52 + 0.06 * full, -1.3);
    ring(chin + 0.005, 0.49 * jaw, -0.20, -1.4);
    ring(chin + 0.07, 0.58 * jaw, -0.015, -1.5);
    ring(chin + 0.22, (0.74 + 0.07 * full) * jaw, 0.045, -1.8);
    ring(Smooth.mix(chin, mouth, 0.60), (0.845 + 0.09 * full) * jaw, 0.03, -2.1);
    ring(Smooth.mix(chin, mouth, 0.96), (0.93 + 0.08 * full) * jaw, 0.08, -2.4);
    ring(
        mouth + 0.22,
        Smooth.mix(0.99 + 0.05 * full, 1.0, 0.5) * Smooth.mix(jaw, w, 0.4),
        0.07,
        -2.6);
    ring(-0.6, (1.045 + 0.025 * full) * w, 0.04, -2.75);
    ring(-0.36, 1.075 * w, 0.02, -2.85);
    ring(-0.1, 1.085 * w, 0.0, -2.95);
    ring(0.15, 1.085 * w, 0.05, -3.0);
    ring(0.40, 1.10 * w, 0.07, -3.05);
    ring(Smooth.mix(0.4, top, 0.27), 1.115 * w, 0.02, -3.05);
    ring(Smooth.mix(0.4, top, 0.53), 1.07 * w, -0.14, -2.95);
    ring(Smooth.mix(0.4, top, 0.78), 0.90 * w, -0.46, -2.7);
    ring(Smooth.mix(0.4, top, 0.94), 0.58 * w, -0.85, -2.3);
    ring(top, 0.02, -1.45, -1.55);
  }

  private void ring(double y, double width, double frontZ, double backZ) {
    height[filled] = y;
    halfWidth[filled] = width;
    front[filled] = frontZ;
    back[filled] = backZ;
    filled++;
  }

  double height(double t) {
    return spline(height, t);
  }

  double halfWidth(double t) {
    return Math.max(spline(halfWidth, t), 0.01);
  }

  double front(double t) {
    return spline(front, t);
  }

  double back(double t) {
    return spline(back, t);
  }

  /** The row of a height; only heights between the mouth and the crown have just one. */
  double rowOf(double y) {
    double low = 0.3;
    double high = 1;
    for (int i = 0; i < 30; i++) {
      double middle = (low + high) / 2;
      if (height(middle) < y) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Catmull–Rom interpolation through equally spaced values. */
  private static double spline(double[] values, double t) {
    double place = Math.clamp(t, 0.0, 1.0) * (values.length - 1);
    int i = Math.min((int) place, values.length - 2);
    double f = place - i;
    double p1 = values[i];
    double p2 = values[i + 1];
    double p0 = i > 0 ? values[i - 1] : 2 * p1 - p2;
    double p3 = i + 2 < values.length ? values[i + 2] : 2 * p2 - p1;
    return p1
        + 0.5 * f * (p2 - p0 + f * (2 * p0 - 5 * p1 + 4 * p2 - p3 + f * (3 * (p1 - p2) + p3 - p0)));
  }
}
