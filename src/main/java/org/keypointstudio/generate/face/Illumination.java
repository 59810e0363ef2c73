package org.keypointstudio.generate.face;

import org.keypointstudio.generate.face.Shot.Lighting;

/**
 * Light on the visible surfaces: a key light with soft shadows, a fill light, a light from behind,
 * and light from everywhere that corners receive less of. Works on the depths that the camera sees,
 * so only what is in the picture throws shadows.
 */
final class Illumination {
  private static final int SHADOW_STEPS = 14;
  private static final int CORNER_SAMPLES = 14;
  private static final int TURNS = 4;
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  private static final double[] SPIRAL_X = spiral(true);
  private static final double[] SPIRAL_Y = spiral(false);

  private final SurfaceBuffer surfaces;
  private final Lighting lighting;
  private final double pixelsPerUnit;
  private final double lightX;
  private final double lightY;
  private final double lightZ;

  /**
   * @param pixelsPerUnit pixels of the buffer per unit of view space
   */
  Illumination(SurfaceBuffer surfaces, Lighting lighting, double pixelsPerUnit) {
    this.surfaces = surfaces;
    this.lighting = lighting;
    this.pixelsPerUnit = pixelsPerUnit;
    double level = StrictMath.cos(lighting.elevation());
    lightX = level * StrictMath.sin(lighting.azimuth());
    lightY = StrictMath.sin(lighting.elevation());
    lightZ = level * StrictMath.cos(lighting.azimuth());
  }

  /** The linear brightness of a pixel that shows a surface. */
  double brightness(int pixel, Paint paint) {
    double nx = surfaces.normalX[pixel];
    double ny = surfaces.normalY[pixel];
    double nz = surfaces.normalZ[pixel];
    double length = Math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9;
    nx /= length;
    ny /= length;
    nz /= length;
    double open = openness(pixel, nx, ny, nz);
    double facing = nx * lightX + ny * lightY + nz * lightZ;
    // Skin scatters light past the terminator, so the light wraps a little.
    double diffuse = Math.max((facing + 0.22) / 1.22, 0);
    double lit = diffuse > 0 ? shadow(pixel) : 0;
    double opposite = Math.max(-nx * Math.signum(lightX) * 0.8 + 0.15 * ny + 0.5 * nz, 0);
    double sky = 0.62 + 0.38 * ny;
    double light =
        lighting.key() * diffuse * lit * (0.45 + 0.55 * open)
            + (lighting.fill() * opposite + lighting.ambient() * sky) * open;
    double edge = 1 - Math.max(nz, 0);
    double rim = lighting.rim() * edge * edge * edge * Math.max(0.2 + 0.8 * Math.abs(nx), 0);
    double albedo = paint.albedo(pixel);
    return albedo * (light + rim) + paint.gloss(pixel) * highlight(nx, ny, nz, edge) * lit * open;
  }

  private double highlight(double nx, double ny, double nz, double edge) {
    // Blinn's half vector between the light and a camera that looks along −z.
    double hz = lightZ + 1;
    double h = Math.sqrt(lightX * lightX + lightY * lightY + hz * hz);
    double cosine = Math.max((nx * lightX + ny * lightY + nz * hz) / h, 0);
    double squared = cosine * cosine;
    double fourth = squared * squared;
    double eighth = fourth * fourth;
    double broad = eighth * fourth;
    double sharp = eighth * eighth * eighth * eighth;
    double grazing = edge * edge * edge;
    return lighting.key() * (0.22 * broad + 0.4 * sharp + 0.1 * grazing);
  }

  /** The share of the key light that reaches a pixel: marches towards the light. */
  private double shadow(int pixel) {
    int column = pixel % surfaces.width;
    int row = pixel / surfaces.width;
    double depth = surfaces.depth[pixel];
    double jitter = ((column * 7 + row * 13) & 3) * 0.25;
    double blocked = 0;
    for (int i = 0; i < SHADOW_STEPS; i++) {
      double share = (i + 0.4 + jitter) / SHADOW_STEPS;
      double reach = 0.04 + 1.3 * share * share;
      int sampleColumn = column + (int) Math.rint(lightX * reach * pixelsPerUnit);
      int sampleRow = row - (int) Math.rint(lightY * reach * pixelsPerUnit);
      if (sampleColumn < 0
          || sampleRow < 0
          || sampleColumn >= surfaces.width
          || sampleRow >= surfaces.height) {
        break;
      }
      double over =
          surfaces.depth[sampleRow * surfaces.width + sampleColumn] - (depth + lightZ * reach);
      double soft = 0.035 + 0.1 * reach;
      if (over > 0.02 && over < 0.9) {
        blocked = Math.max(blocked, Math.min((over - 0.02) / soft, 1));
      }
    }
    return 1 - 0.9 * blocked;
  }

  /** The share of all directions in which nothing near stands in the way. */
  private double openness(int pixel, double nx, double ny, double nz) {
    int column = pixel % surfaces.width;
    int row = pixel / surfaces.width;
    double depth = surfaces.depth[pixel];
    int turn = (column * 3 + row * 5) & 3;
    double hidden = 0;
    for (int i = 0; i < CORNER_SAMPLES; i++) {
      // Vogel's spiral spreads the samples evenly over a disc.
      double radius = 0.42 * Math.sqrt((i + 0.5) / CORNER_SAMPLES);
      int dx = (int) Math.rint(radius * SPIRAL_X[i * TURNS + turn] * pixelsPerUnit);
      int dy = (int) Math.rint(radius * SPIRAL_Y[i * TURNS + turn] * pixelsPerUnit);
      int sampleColumn = column + dx;
      int sampleRow = row + dy;
      if (sampleColumn < 0
          || sampleRow < 0
          || sampleColumn >= surfaces.width
          || sampleRow >= surfaces.height) {
        continue;
      }
      double sample = surfaces.depth[sampleRow * surfaces.width + sampleColumn];
      if (sample == Float.NEGATIVE_INFINITY) {
        continue;
      }
      double vx = dx / pixelsPerUnit;
      double vy = -dy / pixelsPerUnit;
      double vz = sample - depth;
      double squared = vx * vx + vy * vy + vz * vz + 1e-4;
      double distance = Math.sqrt(squared);
      double rise = (nx * vx + ny * vy + nz * vz) / distance - 0.12;
      if (rise > 0) {
        hidden += rise / (1 + squared * 6);
      }
    }
    return Math.max(1 - 2.1 * hidden / CORNER_SAMPLES, 0.08);
  }

  /** Directions of the samples, for each of the turns by which neighbouring pixels differ. */
  private static double[] spiral(boolean cosine) {
    double[] values = new double[CORNER_SAMPLES * TURNS];
    for (int sample = 0; sample < CORNER_SAMPLES; sample++) {
      for (int turn = 0; turn < TURNS; turn++) {
        double angle = GOLDEN_ANGLE * sample + 0.4 * turn;
        values[sample * TURNS + turn] = cosine ? StrictMath.cos(angle) : StrictMath.sin(angle);
      }
    }
    return values;
  }
}
