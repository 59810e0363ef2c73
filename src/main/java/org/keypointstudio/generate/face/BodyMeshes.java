package org.keypointstudio.generate.face;

/** The parts around the face: ears, neck, shoulders. */
final class BodyMeshes {
  private BodyMeshes() {}

  /** The neck, a tapered tube that leans forward. */
  static Mesh neck(Person person) {
    double width = 0.86 * person.proportions().jawWidth() + 0.05 * person.proportions().fullness();
    Mesh mesh = new Mesh(24, 48);
    for (int row = 0; row < mesh.rows; row++) {
      double y = Smooth.mix(-3.4, -0.9, row / (mesh.rows - 1.0));
      double flare = 0.35 * Smooth.step(-2.2, -3.2, y);
      for (int column = 0; column < mesh.columns; column++) {
        double angle = Math.PI * 1.2 * (column / (mesh.columns - 1.0) - 0.5);
        double c = StrictMath.cos(angle);
        double tendon = 0.03 * Smooth.bell(Math.abs(angle) - 0.6, 0, 0.4, 1);
        double depth = 0.68 + tendon + flare * 0.4;
        mesh.put(
            row,
            column,
            (width + flare) * StrictMath.sin(angle),
            y,
            -1.32 + 0.1 * (y + 2) + depth * c);
      }
    }
    mesh.computeNormals();
    return mesh;
  }

  /** Shoulders and chest. */
  static Mesh torso() {
    double[] heights = {-5.5, -3.9, -3.25, -2.85, -2.55, -2.3};
    double[] widths = {3.0, 2.95, 2.55, 1.75, 1.1, 0.85};
    double[] fronts = {0.1, 0.0, -0.25, -0.45, -0.6, -0.72};
    Mesh mesh = new Mesh(40, 70);
    for (int row = 0; row < mesh.rows; row++) {
      double place = row / (mesh.rows - 1.0) * (heights.length - 1);
      int k = Math.min((int) place, heights.length - 2);
      double t = place - k;
      double y = Smooth.mix(heights[k], heights[k + 1], t);
      double width = Smooth.mix(widths[k], widths[k + 1], t);
      double front = Smooth.mix(fronts[k], fronts[k + 1], t);
      for (int column = 0; column < mesh.columns; column++) {
        double angle = Math.PI * (column / (mesh.columns - 1.0) - 0.5);
        double fold = 0.02 * StrictMath.sin(9 * angle + 3 * y);
        mesh.put(
            row,
            column,
            width * StrictMath.sin(angle),
            y,
            -1.6 + (front + 1.6 + fold) * StrictMath.cos(angle));
      }
    }
    mesh.computeNormals();
    return mesh;
  }

  /** An ear: a tilted shell with a hollow; {@code side} is 1 for the subject's left. */
  static Mesh ear(Person person, HeadProfile profile, int side) {
    double root = profile.halfWidth(profile.rowOf(-0.1)) - 0.03;
    double full = 1 + 0.25 * person.complexion().age();
    Mesh mesh = new Mesh(26, 26);
    for (int row = 0; row < mesh.rows; row++) {
      double b = 2.0 * row / (mesh.rows - 1) - 1;
      for (int column = 0; column < mesh.columns; column++) {
        double a = 2.0 * column / (mesh.columns - 1) - 1;
        // A square stretched over a disc, so that the rim of the grid is the rim of the ear.
        double p = a * Math.sqrt(1 - b * b / 2);
        double q = b * Math.sqrt(1 - a * a / 2);
        double r2 = p * p + q * q;
        double lobe = q < -0.4 ? 0.72 : 1;
        double out = 0.16 * full * (p + 1) * 0.5;
        double curve = 0.06 * Smooth.bell((Math.sqrt(r2) - 0.85) / 0.25, 0, 1, 1);
        double hollow = 0.1 * Smooth.bell(p + 0.15, q + 0.05, 0.6, 0.7);
        mesh.put(
            row,
            column,
            side * (root + out + curve * 0.5 - hollow * 0.4),
            -0.2 + 0.36 * full * q + 0.06 * p,
            -1.18 - 0.2 * p * lobe + curve - hollow);
        // The grid's columns must run right as seen from outside on either side of the head.
        mesh.paintAt(row, column, r2, q);
      }
    }
    mesh.computeNormals();
    if (side < 0) {
      for (int i = 0; i < mesh.x.length; i++) {
        mesh.normalX[i] = -mesh.normalX[i];
        mesh.normalY[i] = -mesh.normalY[i];
        mesh.normalZ[i] = -mesh.normalZ[i];
      }
    }
    return mesh;
  }
}
