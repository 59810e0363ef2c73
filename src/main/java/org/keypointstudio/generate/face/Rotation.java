package org.keypointstudio.generate.face;

/** A rotation about a pivot, then about the camera's axes: from face space to view space. */
record Rotation(
    double xx,
    double xy,
    double xz,
    double yx,
    double yy,
    double yz,
    double zx,
    double zy,
    double zz,
    double pivotY,
    double pivotZ) {

  /**
   * The rotation that turns a head by yaw (to its left), pitch (up) and roll (to the right of the
   * picture), in this order from the inside out: roll · pitch · yaw.
   */
  static Rotation of(double yaw, double pitch, double roll, double pivotY, double pivotZ) {
    double cy = StrictMath.cos(yaw);
    double sy = StrictMath.sin(yaw);
    double cp = StrictMath.cos(pitch);
    double sp = StrictMath.sin(pitch);
    double cr = StrictMath.cos(roll);
    double sr = StrictMath.sin(roll);
    // Yaw turns z towards x, pitch turns z towards y, roll turns y towards x.
    double ax = cy;
    double az = sy;
    double bx = -sp * sy;
    double by = cp;
    double bz = sp * cy;
    double cx = -sy * cp;
    double cyy = -sp;
    double cz = cp * cy;
    return new Rotation(
        cr * ax + sr * bx,
        sr * by,
        cr * az + sr * bz,
        -sr * ax + cr * bx,
        cr * by,
        -sr * az + cr * bz,
        cx,
        cyy,
        cz,
        pivotY,
        pivotZ);
  }

  double viewX(double x, double y, double z) {
    return xx * x + xy * (y - pivotY) + xz * (z - pivotZ);
  }

  double viewY(double x, double y, double z) {
    return yx * x + yy * (y - pivotY) + yz * (z - pivotZ) + pivotY;
  }

  double viewZ(double x, double y, double z) {
    return zx * x + zy * (y - pivotY) + zz * (z - pivotZ) + pivotZ;
  }

  double directionX(double x, double y, double z) {
    return xx * x + xy * y + xz * z;
  }

  double directionY(double x, double y, double z) {
    return yx * x + yy * y + yz * z;
  }

  double directionZ(double x, double y, double z) {
    return zx * x + zy * y + zz * z;
  }
}
