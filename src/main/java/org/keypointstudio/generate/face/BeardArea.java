package org.keypointstudio.generate.face;

import org.keypointstudio.generate.face.Person.FacialHair;

/** Where on a face a beard grows. */
final class BeardArea {
  private BeardArea() {}

  /** Density of the trimmed beard at (x, y), 0 to 1; stubble not counted. */
  static double cover(FaceLayout layout, FacialHair hair, double ax, double y) {
    if (onLips(layout, ax, y)) {
      return 0;
    }
    double moustache = hair.moustache() * moustache(layout, ax, y);
    double goatee = hair.goatee() * goatee(layout, ax, y);
    double cheeks = hair.cheeks() * jaw(layout, ax, y);
    return Math.max(moustache, Math.max(goatee, cheeks));
  }

  /** Where stubble grows, 0 to 1. */
  static double stubble(FaceLayout layout, double ax, double y) {
    if (onLips(layout, ax, y)) {
      return 0;
    }
    return Math.max(
        0.9 * moustache(layout, ax, y), Math.max(goatee(layout, ax, y), 0.85 * jaw(layout, ax, y)));
  }

  private static boolean onLips(FaceLayout layout, double ax, double y) {
    return ax < layout.mouthHalfWidth && y < layout.upperOuterAt(ax) && y > layout.lowerOuterAt(ax);
  }

  private static double moustache(FaceLayout layout, double ax, double y) {
    double lip = layout.upperOuterAt(ax) - 0.06 * Smooth.step(0.3, 0.6, ax);
    double top = Smooth.mix(layout.noseTipY - 0.2, layout.mouthY + 0.02, Smooth.step(0.1, 0.6, ax));
    return Smooth.step(lip - 0.05, lip + 0.01, y)
        * (1 - Smooth.step(top - 0.05, top + 0.03, y))
        * (1 - Smooth.step(0.46, 0.58, ax));
  }

  /** Round the mouth and over the chin, narrower at the bottom. */
  private static double goatee(FaceLayout layout, double ax, double y) {
    double down = (layout.mouthY - y) / (layout.mouthY - layout.chinY);
    double edge = 0.52 - 0.14 * Smooth.step(0.3, 1.1, down);
    double side = 1 - Smooth.step(edge - 0.14, edge + 0.08, ax);
    double corner = Smooth.step(0.34, 0.46, ax) * (1 - Smooth.step(-0.06, 0.12, y - layout.mouthY));
    double lip = layout.lowerOuterAt(0);
    double below = 1 - Smooth.step(-0.14, 0.0, y - lip + 0.03);
    double bare = 0.7 * Smooth.bell(ax - 0.2, y - lip + 0.08, 0.13, 0.12);
    return side * Math.max(corner, below) * (1 - bare);
  }

  private static double jaw(FaceLayout layout, double ax, double y) {
    double border = layout.mouthY + 0.02 + 0.95 * Math.max(ax - 0.62, 0) * Math.max(ax - 0.3, 0);
    double upper = 1 - Smooth.step(border - 0.1, border + 0.12, y);
    return Smooth.step(0.3, 0.56, ax) * upper
        + (1 - Smooth.step(0.3, 0.56, ax))
            * (1 - Smooth.step(-0.1, 0.0, y - layout.lowerOuterAt(0)));
  }
}
