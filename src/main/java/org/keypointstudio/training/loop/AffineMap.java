package org.keypointstudio.training.loop;

/**
 * A map of the plane: x′ = xx·x + xy·y + x0, y′ = yx·x + yy·y + y0, in pixels of the network's
 * input.
 */
record AffineMap(double xx, double xy, double x0, double yx, double yy, double y0) {

  double x(double x, double y) {
    return xx * x + xy * y + x0;
  }

  double y(double x, double y) {
    return yx * x + yy * y + y0;
  }

  /** The map that undoes this one. */
  AffineMap inverse() {
    double determinant = xx * yy - xy * yx;
    double ixx = yy / determinant;
    double ixy = -xy / determinant;
    double iyx = -yx / determinant;
    double iyy = xx / determinant;
    return new AffineMap(ixx, ixy, -(ixx * x0 + ixy * y0), iyx, iyy, -(iyx * x0 + iyy * y0));
  }

  /**
   * Mirrors if asked to, then shears, scales and turns about a centre, then shifts.
   *
   * @param degrees turn from the x axis towards the y axis
   * @param factor 1 keeps the size
   */
  static AffineMap about(
      double centreX,
      double centreY,
      boolean mirrored,
      double shear,
      double factor,
      double degrees,
      double shiftX,
      double shiftY) {
    double cos = factor * Math.cos(Math.toRadians(degrees));
    double sin = factor * Math.sin(Math.toRadians(degrees));
    double side = mirrored ? -1 : 1;
    double xx = side * cos;
    double xy = cos * shear - sin;
    double yx = side * sin;
    double yy = sin * shear + cos;
    return new AffineMap(
        xx,
        xy,
        centreX + shiftX - xx * centreX - xy * centreY,
        yx,
        yy,
        centreY + shiftY - yx * centreX - yy * centreY);
  }
}
