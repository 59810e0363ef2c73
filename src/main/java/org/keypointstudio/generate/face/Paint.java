package org.keypointstudio.generate.face;

/** The colour and gloss of each pixel's surface. */
final class Paint {
  private final float[] albedo;
  private final float[] gloss;

  Paint(int pixels) {
    albedo = new float[pixels];
    gloss = new float[pixels];
  }

  void put(int pixel, double surfaceAlbedo, double surfaceGloss) {
    albedo[pixel] = (float) surfaceAlbedo;
    gloss[pixel] = (float) surfaceGloss;
  }

  /** Linear reflectance; above 1 where a highlight is painted. */
  double albedo(int pixel) {
    return albedo[pixel];
  }

  /** Strength of highlights. */
  double gloss(int pixel) {
    return gloss[pixel];
  }
}
