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
  private static final double CORNER_RADIUS = 0.42;

  /** Surfaces farther behind than this hide nothing. */
  private static final double FAR = 4;

  /** How far from a surface something can still throw a shadow on it. */
  private static final double LONGEST_SHADOW = 1.3;

  private final SurfaceBuffer surfaces;
  private final Lighting lighting;
  private final double pixelsPerUnit;
  private final double lightX;
  private final double lightY;
  private final double lightZ;
  private final int[] cornerX;
  private final int[] cornerY;

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
    cornerX = spiral(pixelsPerUnit, true);
    cornerY = spiral(pixelsPerUnit, false);
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
      double reach = 0.04 + LONGEST_SHADOW * share * share;
      int sampleColumn = column + (int) Math.rint(lightX * reach * pixelsPerUnit);
      int sampleRow = row - (int) Math.rint(lightY * reach * pixelsPerUnit);
      if (!surfaces.contains(sampleColumn, sampleRow)) {
        break;
      }
      int sample = sampleRow * surfaces.width + sampleColumn;
      double over = surfaces.depth[sample] - (depth + lightZ * reach);
      double soft = 0.035 + 0.1 * reach;
      // Rims are thinner than the steps of the march, so their shadows would be dotted.
      if (over > 0.02 && over < 0.9 && surfaces.material(sample) != Material.RIM) {
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
    int turn = (column * 3 + row * 5) & (TURNS - 1);
    double hidden = 0;
    for (int i = turn; i < cornerX.length; i += TURNS) {
      int sampleColumn = column + cornerX[i];
      int sampleRow = row + cornerY[i];
      if (!surfaces.contains(sampleColumn, sampleRow)) {
        continue;
      }
      double vz = surfaces.depth[sampleRow * surfaces.width + sampleColumn] - depth;
      if (vz < -FAR) {
        continue;
      }
      double vx = cornerX[i] / pixelsPerUnit;
      double vy = -cornerY[i] / pixelsPerUnit;
      double squared = vx * vx + vy * vy + vz * vz + 1e-4;
      double rise = (nx * vx + ny * vy + nz * vz) / Math.sqrt(squared) - 0.12;
      if (rise > 0) {
        hidden += rise / (1 + squared * 6);
      }
    }
    return Math.max(1 - 1.6 * hidden / CORNER_SAMPLES, 0.08);
  }

  /**
   * Offsets in pixels of the samples, for each of the turns by which neighbouring pixels differ:
   * Vogel's spiral, which spreads them evenly over a disc.
   */
  private static int[] spiral(double pixelsPerUnit, boolean cosine) {
    int[] offsets = new int[CORNER_SAMPLES * TURNS];
    for (int sample = 0; sample < CORNER_SAMPLES; sample++) {
      double radius = CORNER_RADIUS * pixelsPerUnit * Math.sqrt((sample + 0.5) / CORNER_SAMPLES);
      for (int turn = 0; turn < TURNS; turn++) {
        double angle = GOLDEN_ANGLE * sample + 0.4 * turn;
        double along = cosine ? StrictMath.cos(angle) : StrictMath.sin(angle);
        offsets[sample * TURNS + turn] = (int) Math.rint(radius * along);
      }
    }
    return offsets;
  }
}
