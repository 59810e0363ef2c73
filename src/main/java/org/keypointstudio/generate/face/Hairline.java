package org.keypointstudio.generate.face;

import org.keypointstudio.generate.face.Person.Hair;
import org.keypointstudio.generate.face.Person.HairStyle;

/**
 * The lower border of the hair of a head: a height for each azimuth (radians, 0 in front, positive
 * to the subject's left).
 */
final class Hairline {
  private final Hair hair;

  /** Azimuth and height in turn, from the forehead to the nape. */
  private final double[] corners;

  Hairline(Hair hair) {
    this.hair = hair;
    double high = hair.hairline();
    double front = Smooth.mix(high, 0.36, hair.bangs());
    double temple = front + 0.38 * hair.recession();
    double low = -hair.length();
    corners =
        switch (hair.style()) {
          case BALD, FRINGE_RING, CROPPED, SHORT ->
              new double[] {
                0,
                Smooth.mix(front, temple, 0.45),
                0.35,
                Smooth.mix(front, temple, 0.7),
                0.62,
                temple - 0.08,
                0.84,
                Smooth.mix(temple, 0.4, 0.5),
                1.0,
                0.33,
                1.13,
                0.0,
                1.24,
                -0.22,
                1.34,
                0.05,
                1.6,
                0.22,
                1.9,
                0.1,
                2.1,
                -0.8,
                3.2,
                -1.1
              };
          case TIED_BACK ->
              new double[] {
                0,
                high,
                0.4,
                high - 0.03,
                0.7,
                high - 0.15,
                0.95,
                0.5,
                1.15,
                0.15,
                1.4,
                0.18,
                1.65,
                0.2,
                1.9,
                -0.4,
                3.2,
                -0.9
              };
          case MOP ->
              new double[] {
                0,
                front,
                0.5,
                front - 0.03,
                0.78,
                front - 0.1,
                1.0,
                0.05,
                1.2,
                low,
                1.6,
                low - 0.1,
                3.2,
                low - 0.4
              };
          case AFRO ->
              new double[] {
                0,
                high,
                0.4,
                high - 0.03,
                0.7,
                high - 0.14,
                0.95,
                0.4,
                1.1,
                0.0,
                1.25,
                -0.4,
                1.6,
                -0.6,
                3.2,
                -1
              };
          case BOB, LONG ->
              new double[] {
                0,
                front,
                0.4,
                front - 0.03,
                0.7,
                front - 0.15,
                0.92,
                0.3,
                1.08,
                0.7 * low,
                1.25,
                low,
                3.2,
                low
              };
        };
  }

  /** Height of the border at an azimuth. */
  double at(double azimuth) {
    double a = Math.abs(azimuth);
    int k = 0;
    while (k < corners.length - 4 && a > corners[k + 2]) {
      k += 2;
    }
    double t = Math.clamp((a - corners[k]) / (corners[k + 2] - corners[k]), 0.0, 1.0);
    double height = Smooth.mix(corners[k + 1], corners[k + 3], t);
    double lean = hair.sweep() * azimuth * Smooth.bell(azimuth, 0, 1, 1);
    return height + (0.06 + 0.25 * hair.bangs()) * lean;
  }

  /** How ragged the border is, in face space. */
  double rag() {
    return switch (hair.style()) {
      case MOP, BOB, LONG -> 0.09;
      case AFRO -> 0.1;
      case BALD, FRINGE_RING, CROPPED, SHORT, TIED_BACK -> 0.06;
    };
  }

  /** Whether only a ring at the sides and the back is left. */
  boolean isRing() {
    return hair.style() == HairStyle.FRINGE_RING || hair.style() == HairStyle.BALD;
  }
}
