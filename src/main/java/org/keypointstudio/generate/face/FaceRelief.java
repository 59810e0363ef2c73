package org.keypointstudio.generate.face;

import org.keypointstudio.generate.face.Person.Complexion;
import org.keypointstudio.generate.face.Person.FacialHair;
import org.keypointstudio.generate.face.Person.Proportions;

/**
 * How far the features of a face stand out from the bare head, as a height over the front view (x,
 * y). Distances in face space.
 */
final class FaceRelief {
  private static final int NOSE_STEPS = 128;
  private static final double NOSE_TOP = 0.2;
  private static final double NOSE_BOTTOM = -1.05;

  private final FaceLayout layout;
  private final Proportions proportions;
  private final FacialHair facialHair;
  private final double age;
  private final double wrinkling;
  private final double[] noseHeight = new double[NOSE_STEPS + 1];
  private final double[] noseWidth = new double[NOSE_STEPS + 1];
  private final Noise noise;

  FaceRelief(
      FaceLayout layout,
      Proportions proportions,
      Complexion complexion,
      FacialHair facialHair,
      long textureSeed) {
    this.layout = layout;
    this.proportions = proportions;
    this.facialHair = facialHair;
    this.age = complexion.age();
    this.wrinkling = Smooth.step(0.3, 0.9, complexion.age());
    this.noise = new Noise(textureSeed + 11);
    shapeNose();
  }

  /** The nose along its ridge: heights and widths at places between the eyes and the lip. */
  private void shapeNose() {
    double tip = layout.noseTipY;
    double bridge = proportions.bridgeHeight();
    double high = proportions.noseHeight();
    double[] at = {
      NOSE_TOP, 0.03, tip * 0.4, tip * 0.75, tip, tip - 0.07, tip - 0.13, tip - 0.19, tip - 0.3
    };
    double[] heights = {0, 0.06 * bridge, 0.14 * bridge, 0.22, 0.295, 0.265, 0.18, 0.08, 0};
    double[] widths = {0.27, 0.26, 0.27, 0.32, 0.36, 0.36, 0.34, 0.3, 0.25};
    for (int i = 0; i <= NOSE_STEPS; i++) {
      double y = Smooth.mix(NOSE_BOTTOM, NOSE_TOP, (double) i / NOSE_STEPS);
      int k = 0;
      while (k < at.length - 2 && y < at[k + 1]) {
        k++;
      }
      double t = Math.clamp((y - at[k]) / (at[k + 1] - at[k]), 0.0, 1.0);
      double eased = k == 0 || k == at.length - 2 ? t * t * (3 - 2 * t) : t;
      noseHeight[i] = high * Smooth.mix(heights[k], heights[k + 1], eased);
      noseWidth[i] =
          Smooth.mix(1, proportions.noseWidth(), 0.6) * Smooth.mix(widths[k], widths[k + 1], t);
    }
    soften(noseHeight, 6);
  }

  private static void soften(double[] values, int passes) {
    for (int pass = 0; pass < passes; pass++) {
      double before = values[0];
      for (int i = 1; i < values.length - 1; i++) {
        double here = values[i];
        values[i] = (before + 2 * here + values[i + 1]) / 4;
        before = here;
      }
    }
  }

  /** Height over the bare head at (x, y); the bare head's own depth there is {@code base}. */
  double at(double x, double y, double base, double eyeBase) {
    double ax = Math.abs(x);
    double height = bones(ax, y) + nose(ax, y) + cheeks(ax, y);
    if (y < layout.noseTipY + 0.1) {
      height += mouth(x, ax, y) + beard(x, ax, y);
    }
    if (wrinkling > 0) {
      height += wrinkles(x, ax, y);
    }
    return y > -0.4 && y < 0.4 ? eye(ax, y, base + height, eyeBase) - base : height;
  }

  private double bones(double ax, double y) {
    double p = proportions.browRidge();
    double browY = 0.16 + 0.25 * (layout.browInnerY - 0.22);
    double h = 0.055 * p * Smooth.bell(ax - 0.42, y - browY - 0.02, 0.5, 0.2);
    h += 0.035 * p * Smooth.bell(ax, y - 0.2, 0.3, 0.22);
    h -= 0.095 * proportions.socketDepth() * Smooth.bell(ax - 0.47, y + 0.01, 0.46, 0.3);
    h -= 0.045 * Smooth.bell(ax - 0.25, y - 0.01, 0.2, 0.24);
    h -= 0.07 * Smooth.bell(ax - 1.0, y - 0.45, 0.3, 0.6);
    h += 0.03 * Smooth.bell(ax - 0.45, y - 0.62, 0.5, 0.45);
    h += 0.085 * Smooth.bell(ax, y - layout.chinY - 0.2, 0.42, 0.26);
    h -= 0.02 * Smooth.bell(ax, y - layout.chinY - 0.18, 0.07, 0.16);
    return h;
  }

  private double cheeks(double ax, double y) {
    double full = proportions.fullness();
    double grin = Math.max(layout.smile, 0);
    double h = (0.075 - 0.01 * full) * Smooth.bell(ax - 0.74, y + 0.42, 0.5, 0.4);
    h += (0.03 + 0.085 * grin) * Smooth.bell(ax - 0.56, y + 0.56 - 0.05 * grin, 0.36, 0.32);
    h += (0.05 * full - 0.05) * Smooth.bell(ax - 0.66, y + 0.98, 0.4, 0.46);
    h += 0.05 * wrinkling * Smooth.bell(ax - 0.68, y - layout.chinY - 0.38, 0.26, 0.26);
    // The fold runs from the side of the nose past the corner of the mouth.
    if (y < layout.noseTipY + 0.12 && y > layout.mouthY - 0.45) {
      double depth = 0.009 + 0.022 * grin + 0.024 * wrinkling + 0.01 * full;
      double along =
          Smooth.step(layout.mouthY - 0.42, layout.mouthY + 0.05, y)
              * (1 - Smooth.step(layout.noseTipY - 0.1, layout.noseTipY + 0.1, y));
      double d = ax - layout.foldAt(y);
      h -= depth * along * Smooth.bell(d, 0, 0.1, 1);
      h += 0.6 * depth * along * Smooth.bell(d - 0.14, 0, 0.17, 1);
    }
    return h;
  }

  private double nose(double ax, double y) {
    if (y > NOSE_TOP || y < NOSE_BOTTOM || ax > 0.62) {
      return 0;
    }
    double place = (y - NOSE_BOTTOM) / (NOSE_TOP - NOSE_BOTTOM) * NOSE_STEPS;
    int i = Math.min((int) place, NOSE_STEPS - 1);
    double ridge = Smooth.mix(noseHeight[i], noseHeight[i + 1], place - i);
    double width = Smooth.mix(noseWidth[i], noseWidth[i + 1], place - i);
    double d2 = ax * ax / (width * width);
    double h = ridge * (0.62 * Smooth.bell(d2) + 0.38 * Smooth.bell(d2 / 2.9));
    double wing = 0.2 * proportions.noseWidth();
    double wingY = layout.noseTipY - 0.08;
    // What the rounding adds where both are flat must not leave a step at the border.
    h = -0.25 * 0.04 + Smooth.max(h, 0.165 * Smooth.bell(ax - wing, y - wingY, 0.15, 0.17), 0.04);
    h += 0.03 * Smooth.bell(ax, y - layout.noseTipY, 0.15, 0.13);
    h -=
        0.09
            * Smooth.bell(
                ax - 0.105 * proportions.noseWidth(), y - layout.noseTipY + 0.14, 0.09, 0.07);
    return h;
  }

  private double mouth(double x, double ax, double y) {
    double h = 0.065 * Smooth.bell(ax, y - layout.mouthY, 0.66, 0.46);
    h -= 0.016 * Smooth.bell(ax, y - layout.mouthY - 0.22, 0.06, 0.14);
    h += 0.01 * Smooth.bell(ax - 0.07, y - layout.mouthY - 0.2, 0.06, 0.14);
    double below = layout.lowerOuterAt(0) - 0.1;
    h -= 0.06 * Smooth.bell(ax, y - below, 0.34, 0.13);
    h -= 0.02 * Smooth.bell(ax - layout.mouthHalfWidth - 0.03, y - layout.seamAt(ax), 0.1, 0.12);
    if (ax > layout.mouthHalfWidth) {
      return h;
    }
    double profile = layout.lipProfile(x);
    double upperInner = layout.upperInnerAt(x);
    double lowerInner = layout.lowerInnerAt(x);
    double upperOuter = layout.upperOuterAt(x);
    double lowerOuter = layout.lowerOuterAt(x);
    double fullness = 0.35 + 0.65 * profile;
    double upperMiddle = Smooth.mix(upperInner, upperOuter, 0.35);
    double lowerMiddle = Smooth.mix(lowerInner, lowerOuter, 0.42);
    double upperRadius = 1.25 * Math.max(upperOuter - upperInner, 0.02);
    double lowerRadius = 1.15 * Math.max(lowerInner - lowerOuter, 0.02);
    double swell = 0.55 + 4 * layout.lowerLipHeight;
    h += 0.055 * swell * fullness * Smooth.bell(y - upperMiddle, 0, upperRadius, 1);
    h += 0.07 * swell * fullness * Smooth.bell(y - lowerMiddle, 0, lowerRadius, 1);
    double gap = upperInner - lowerInner;
    double middle = (upperInner + lowerInner) / 2;
    h -= 0.05 * fullness * Smooth.bell(y - middle, 0, 0.045 + gap / 2, 1);
    h -= 0.035 * Smooth.step(0.02, 0.12, gap) * Smooth.bell(y - middle, 0, 0.02 + gap / 2, 1);
    return h;
  }

  private double beard(double x, double ax, double y) {
    if (facialHair.length() <= 0) {
      return 0;
    }
    double amount = BeardArea.cover(layout, facialHair, ax, y);
    double tufts = 0.8 + 0.4 * noise.octaves(x * 14, y * 9, 2);
    return facialHair.length() * amount * tufts;
  }

  private double wrinkles(double x, double ax, double y) {
    double h = 0;
    if (y > 0.38 && y < 1.1) {
      double wave = (y - 0.5) / 0.14 + 0.5 * noise.at(x * 1.7, y * 1.3);
      double groove = wave - Math.rint(wave);
      h -=
          0.011
              * wrinkling
              * Smooth.bell(groove * 3, 0, 1, 1)
              * Smooth.bell(ax, y - 0.7, 0.9, 0.42);
    }
    h += 0.035 * wrinkling * Smooth.bell(ax - 0.46, y + 0.27, 0.3, 0.12);
    h -= 0.025 * wrinkling * Smooth.bell(ax - 0.42, y + 0.37, 0.36, 0.1);
    if (ax > 0.72 && y > -0.3 && y < 0.2) {
      double ray = (y - 0.02) / (ax - 0.5) * 4;
      double groove = ray - Math.rint(ray);
      h -=
          0.01
              * wrinkling
              * Smooth.bell(groove * 2.5, 0, 1, 1)
              * Smooth.bell(ax - 0.86, y, 0.16, 0.24);
    }
    h -= 0.02 * age * Smooth.bell(ax - 0.075, y - 0.2, 0.035, 0.12);
    return h;
  }

  /** The eyeball pushes the lids out; the crease of the upper lid lies over it. */
  private double eye(double ax, double y, double depth, double eyeBase) {
    double dx = ax - FaceLayout.EYE_X;
    double d2 = dx * dx + y * y;
    double radius = FaceLayout.EYEBALL_RADIUS + 0.025;
    double result = depth;
    if (d2 < radius * radius) {
      double lid = eyeCentre(eyeBase) + Math.sqrt(radius * radius - d2);
      result = Smooth.max(result, lid, 0.07);
    }
    double q = dx / layout.eyeHalfWidth;
    if (Math.abs(q) < 1.3) {
      double crease = layout.upperLidAt(q * 0.75) + 0.055;
      result -= 0.028 * Smooth.bell(q, y - crease, 1.3, 0.035);
      result += 0.02 * Smooth.bell(q, y - crease - 0.06, 1.3, 0.06);
    }
    return result;
  }

  /** Depth of an eyeball's centre where the bare head lies at {@code eyeBase}. */
  static double eyeCentre(double eyeBase) {
    return eyeBase - 0.2;
  }
}
