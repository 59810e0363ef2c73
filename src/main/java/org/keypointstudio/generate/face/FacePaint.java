package org.keypointstudio.generate.face;

import org.keypointstudio.generate.face.Person.Complexion;
import org.keypointstudio.generate.face.Person.FacialHair;
import org.keypointstudio.generate.face.Person.HairStyle;

/** The colours of a face, as a function of the front view. */
final class FacePaint {
  private final Person person;
  private final Complexion complexion;
  private final FacialHair facialHair;
  private final FaceLayout layout;
  private final Shot.Expression expression;
  private final Hairline hairline;
  private final Noise tone;
  private final Noise strands;
  private final double wrinkling;
  private double albedo;
  private double gloss;

  FacePaint(Person person, Shot.Expression expression, FaceLayout layout, Hairline hairline) {
    this.person = person;
    this.complexion = person.complexion();
    this.facialHair = person.facialHair();
    this.layout = layout;
    this.expression = expression;
    this.hairline = hairline;
    tone = new Noise(person.textureSeed() + 3);
    strands = new Noise(person.textureSeed() + 5);
    wrinkling = Smooth.step(0.3, 0.9, complexion.age());
  }

  /** Paints one pixel of the head. */
  void paint(SurfaceBuffer surfaces, int pixel, Paint paint) {
    double x = surfaces.x[pixel];
    double y = surfaces.y[pixel];
    double front = surfaces.u[pixel];
    skin(x, y);
    if (front > 0.1) {
      double ax = Math.abs(x);
      if (y > 0.0 && y < 0.6 && ax > 0.1 && ax < 1.0) {
        brow(x, ax, y);
      }
      if (y < layout.noseTipY + 0.1) {
        lowerFace(x, ax, y);
      }
      if (Math.abs(y) < 0.4 && ax > 0.15 && ax < 0.95) {
        eye(x, ax, y);
      }
      if (ax < 0.3 && y < layout.noseTipY + 0.1 && y > layout.noseTipY - 0.25) {
        nostril(ax, y);
      }
      if (person.spectacles().worn() && SpectacleMesh.lens(person.spectacles(), x, y) > 0) {
        albedo *= 1 - person.spectacles().tint();
      }
    }
    scalp(x, y, front);
    paint.put(pixel, albedo, gloss);
  }

  private void skin(double x, double y) {
    double ax = Math.abs(x);
    double blotches = tone.octaves(x * 3.1, y * 3.1, 3);
    double pores = tone.at(x * 38, y * 38);
    double spots = Smooth.step(0.62, 0.8, tone.at(x * 9 + 40, y * 9)) * complexion.age();
    albedo =
        complexion.albedo()
            * (1 + complexion.mottling() * (0.17 * blotches + 0.055 * pores - 0.25 * spots));
    double flush = Smooth.bell(ax - 0.62, y + 0.5, 0.5, 0.36);
    flush += 0.7 * Smooth.bell(ax, y - layout.noseTipY, 0.28, 0.26);
    albedo *= 1 - 0.1 * flush;
    double shade = Smooth.bell(ax - 0.46, y + 0.16, 0.36, 0.2);
    albedo *= 1 - (0.07 + 0.13 * wrinkling) * shade;
    albedo *= 1 - 0.07 * Smooth.bell(ax - 0.26, y - 0.02, 0.2, 0.2);
    albedo *= 1 - 0.07 * Smooth.bell(ax - 0.5, y - 0.1, 0.36, 0.12);
    double zone = Smooth.bell(ax, y - 0.75, 0.8, 0.6) + Smooth.bell(ax, y + 0.4, 0.2, 0.5);
    gloss = complexion.gloss() * (0.6 + 0.55 * zone);
  }

  private void brow(double x, double ax, double y) {
    double t = (ax - layout.browInnerX) / (layout.browOuterX - layout.browInnerX);
    if (t < -0.15 || t > 1.1) {
      return;
    }
    double middle = layout.browAt(ax) + layout.asymmetry * 0.02 * Math.signum(x);
    double thickness = facialHair.browThickness() * (1.05 - 0.6 * Math.max(t, 0));
    double across = (y - middle) / thickness;
    double ends = Smooth.step(-0.12, 0.1, t) * (1 - Smooth.step(0.82, 1.06, t));
    double hairs = 0.8 + 0.5 * strands.at(ax * 9 + y * 7, y * 44 - ax * 30);
    double cover =
        facialHair.browDensity() * ends * hairs * (1 - Smooth.step(0.4, 1.05, Math.abs(across)));
    blend(facialHair.albedo(), Math.min(1.3 * cover, 0.96));
  }

  private void eye(double x, double ax, double y) {
    double side = Math.signum(x);
    double dx = ax - FaceLayout.EYE_X;
    double q = dx / layout.eyeHalfWidth;
    if (Math.abs(q) > 1.35) {
      return;
    }
    double clamped = Math.clamp(q, -1.0, 1.0);
    double upper = layout.upperLidAt(clamped);
    double lower = layout.lowerLidAt(clamped);
    double beyond = 1 - Smooth.step(0.96, 1.25, Math.abs(q));
    if (Math.abs(q) < 1 && y < upper && y > lower) {
      eyeball(side, dx, y, upper, lower);
    }
    double crease = layout.upperLidAt(clamped * 0.8) + 0.05;
    blend(0.45 * albedo, 0.6 * beyond * Smooth.bell(y - crease, 0, 0.026, 1));
    double lash = 0.016 + 0.018 * complexion.lashes() + 0.012 * Math.max(q, 0);
    blend(
        0.015,
        (0.55 + 0.4 * complexion.lashes())
            * beyond
            * Smooth.bell(y - upper - 0.004, 0, lash * 1.5, 1));
    blend(
        0.3 * albedo,
        (0.35 + 0.3 * complexion.lashes()) * beyond * Smooth.bell(y - lower, 0, 0.022, 1));
  }

  private void eyeball(double side, double dx, double y, double upper, double lower) {
    double irisX = dx - side * layout.gazeX;
    double irisY = y - layout.gazeY - 0.008;
    double r = Math.sqrt(irisX * irisX + irisY * irisY);
    double white = 0.54 * Math.sqrt(Math.max(1 - dx * dx / 0.07, 0.2));
    albedo = Math.min(white, 0.22 + complexion.albedo());
    gloss = 0.1;
    double iris = complexion.irisAlbedo() * (0.7 + 0.5 * Smooth.step(-0.06, 0.06, -irisY));
    blend(iris, 1 - Smooth.step(0.088, FaceLayout.IRIS_RADIUS + 0.006, r));
    blend(0.02, Smooth.bell((r - 0.092) / 0.02, 0, 1, 1) * 0.6);
    blend(0.008, 1 - Smooth.step(0.036, 0.05, r));
    double shadow = Smooth.step(-0.005, 0.085, upper - y) * Smooth.step(-0.01, 0.03, y - lower);
    albedo *= 0.4 + 0.6 * shadow;
    double glint = Smooth.bell(dx * side - layout.gazeX + 0.03, irisY - 0.035, 0.028, 0.028);
    if (upper - y > 0.01) {
      albedo += 0.6 * Smooth.step(0.15, 0.6, glint);
    }
  }

  private void lowerFace(double x, double ax, double y) {
    if (facialHair.stubble() > 0 || facialHair.length() > 0) {
      double hairs = 0.72 + 0.55 * strands.octaves(x * 30, y * 13, 2);
      double growth = facialHair.stubble() * BeardArea.stubble(layout, ax, y);
      blend(facialHair.albedo(), 0.55 * growth * hairs);
      double beard = BeardArea.cover(layout, facialHair, ax, y);
      if (beard > 0) {
        double tuft = 1 + 0.7 * strands.octaves(x * 22, y * 9, 3);
        blend(facialHair.albedo() * tuft, Math.min(beard * (0.85 + 0.3 * hairs), 0.97));
        gloss *= 1 - 0.7 * beard;
      }
    }
    if (ax > layout.mouthHalfWidth * 1.12) {
      return;
    }
    lips(x, ax, y);
  }

  private void lips(double x, double ax, double y) {
    double upperInner = layout.upperInnerAt(x);
    double lowerInner = layout.lowerInnerAt(x);
    double upperOuter = layout.upperOuterAt(x);
    double lowerOuter = layout.lowerOuterAt(x);
    double lined = 1 + 0.08 * strands.at(x * 30, y * 4);
    double red =
        Smooth.step(-0.022, 0.012, upperOuter - y) * Smooth.step(-0.03, 0.014, y - lowerOuter);
    if (ax < layout.mouthHalfWidth) {
      double relative = y > (upperInner + lowerInner) / 2 ? 0.86 : 1;
      blend(complexion.albedo() * complexion.lipAlbedo() * relative * lined, red);
      gloss += 0.35 * red * complexion.gloss();
      double gap = upperInner - lowerInner;
      if (y < upperInner && y > lowerInner && gap > 0.012) {
        inside(x, y, upperInner, lowerInner);
      }
    }
    double seam = Math.abs(y - (y > layout.seamAt(x) ? upperInner : lowerInner));
    double fade = 1 - Smooth.step(0.92, 1.12, ax / layout.mouthHalfWidth);
    blend(0.18 * albedo, 0.85 * fade * Smooth.bell(seam, 0, 0.026, 1));
  }

  private void inside(double x, double y, double upperInner, double lowerInner) {
    double below = upperInner - y;
    double gap = upperInner - lowerInner;
    albedo = 0.018;
    gloss = 0;
    double teeth = expression.teeth();
    if (teeth <= 0) {
      return;
    }
    double length = Math.min(0.16 * teeth, gap * 0.92);
    double row =
        Smooth.step(-0.004, 0.02, below) * (1 - Smooth.step(length - 0.02, length + 0.008, below));
    double along = x / 0.105;
    double slot = Math.abs(along - Math.floor(along) - 0.5);
    double between = 1 - 0.22 * Smooth.step(0.4, 0.5, slot);
    double depth =
        Math.max(1 - 1.1 * (x / layout.mouthHalfWidth) * (x / layout.mouthHalfWidth), 0.12);
    albedo = Smooth.mix(albedo, 0.8 * between * depth, row);
    gloss = 0.3 * row * depth;
  }

  private void nostril(double ax, double y) {
    double width = person.proportions().noseWidth();
    double hole = Smooth.bell(ax - 0.105 * width, y - layout.noseTipY + 0.125, 0.085 * width, 0.05);
    blend(0.02, Math.min(1.5 * hole, 0.9));
    double wing = Math.abs(ax - 0.275 * width);
    double groove = Smooth.bell(wing, y - layout.noseTipY + 0.07, 0.045, 0.12);
    blend(0.55 * albedo, 0.5 * groove);
  }

  private void scalp(double x, double y, double front) {
    if (y < -0.35 && front > 0.3) {
      return;
    }
    double azimuth = Math.signum(x) * StrictMath.acos(Math.clamp(front, -1.0, 1.0));
    double over = y - hairline.at(azimuth);
    HairStyle style = person.hair().style();
    double density =
        switch (style) {
          case BALD -> 0.12;
          case FRINGE_RING -> 0.1;
          default -> 0.85;
        };
    double rag = 0.05 * strands.at(azimuth * 40, y * 9);
    double cover = density * Smooth.step(-0.03, 0.09, over + rag);
    if (cover > 0) {
      blend(person.hair().albedo(), cover * (0.85 + 0.3 * strands.at(x * 40, y * 40)));
      gloss *= 1 - 0.8 * cover;
    }
  }

  private void blend(double colour, double share) {
    albedo = Smooth.mix(albedo, colour, Math.clamp(share, 0.0, 1.0));
  }
}
