package org.keypointstudio.generate.face;

/**
 * A camera in front of the head: projects view space to pixel indices (origin at the centre of the
 * top-left pixel, x right, y down).
 *
 * @param scale pixels per unit of view space at depth 0
 * @param centreX pixel column of the view's axis
 * @param centreY pixel row of the view's axis
 */
record Camera(double scale, double centreX, double centreY) {
  /** Distance from the eyes in units of face space: about a metre and a half. */
  private static final double DISTANCE = 20;

  double magnification(double viewZ) {
    return DISTANCE / (DISTANCE - viewZ);
  }

  double pixelX(double viewX, double viewZ) {
    return centreX + scale * magnification(viewZ) * viewX;
  }

  double pixelY(double viewY, double viewZ) {
    return centreY - scale * magnification(viewZ) * viewY;
  }

  /** The same view with each pixel cut into {@code factor} × {@code factor}. */
  Camera supersampled(int factor) {
    return new Camera(
        scale * factor, (centreX + 0.5) * factor - 0.5, (centreY + 0.5) * factor - 0.5);
  }
}
