package org.keypointstudio.generate.face;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.generate.face.Person.Spectacles;

/** Glasses: two rims, a bridge and two arms, made of thin tubes in front of the eyes. */
final class SpectacleMesh {
  private static final int SIDES = 6;

  private final Spectacles spectacles;
  private final double depth;
  private final double headHalfWidth;

  SpectacleMesh(Spectacles spectacles, double eyeCentreZ, double headHalfWidth) {
    this.spectacles = spectacles;
    this.depth = eyeCentreZ + 0.46;
    this.headHalfWidth = headHalfWidth;
  }

  List<Mesh> build() {
    List<Mesh> tubes = new ArrayList<>();
    double inner = centreX() - spectacles.halfWidth();
    double outer = centreX() + spectacles.halfWidth();
    for (int side = -1; side <= 1; side += 2) {
      tubes.add(rim(side));
      double[][] arm = {
        {side * outer, 0.06, depth - bend(outer)},
        {side * (outer + 0.05), 0.07, depth - bend(outer) - 0.08},
        {side * Math.max(headHalfWidth + 0.03, outer + 0.06), 0.05, -0.75},
        {side * (headHalfWidth + 0.06), 0.0, -1.2}
      };
      tubes.add(tube(arm, spectacles.rim() * 0.9));
    }
    double[][] bridge = {
      {-inner, 0.03, depth},
      {-inner * 0.4, 0.08, depth + 0.04},
      {inner * 0.4, 0.08, depth + 0.04},
      {inner, 0.03, depth}
    };
    tubes.add(tube(bridge, spectacles.rim()));
    return tubes;
  }

  private double centreX() {
    return Math.max(FaceLayout.EYE_X + 0.02, spectacles.halfWidth() + 0.1);
  }

  private static double bend(double x) {
    return 0.16 * x * x;
  }

  private Mesh rim(int side) {
    int points = 49;
    double[][] path = new double[points][];
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * i / (points - 1);
      double c = StrictMath.cos(angle);
      double s = StrictMath.sin(angle);
      double power = Smooth.mix(0.45, 0.95, spectacles.roundness());
      double x = centreX() + spectacles.halfWidth() * signedPower(c, power);
      double y = -0.03 + spectacles.halfHeight() * signedPower(s, power);
      path[i] = new double[] {side * x, y, depth - bend(x)};
    }
    return tube(path, spectacles.rim());
  }

  private static double signedPower(double value, double power) {
    return Math.signum(value) * StrictMath.pow(Math.abs(value), power);
  }

  private static Mesh tube(double[][] path, double radius) {
    Mesh mesh = new Mesh(path.length, SIDES + 1);
    for (int i = 0; i < path.length; i++) {
      double[] before = path[Math.max(i - 1, 0)];
      double[] after = path[Math.min(i + 1, path.length - 1)];
      double tx = after[0] - before[0];
      double ty = after[1] - before[1];
      double length = Math.sqrt(tx * tx + ty * ty) + 1e-9;
      for (int k = 0; k <= SIDES; k++) {
        double angle = 2 * Math.PI * k / SIDES;
        double across = radius * StrictMath.cos(angle);
        double out = radius * StrictMath.sin(angle);
        mesh.put(
            i,
            k,
            path[i][0] - across * ty / length,
            path[i][1] + across * tx / length,
            path[i][2] + out);
        int at = i * mesh.columns + k;
        mesh.normalX[at] = (float) (-StrictMath.cos(angle) * ty / length);
        mesh.normalY[at] = (float) (StrictMath.cos(angle) * tx / length);
        mesh.normalZ[at] = (float) StrictMath.sin(angle);
      }
    }
    return mesh;
  }

  /** How far inside a lens a place of the front view lies: positive inside, 0 on its border. */
  static double lens(Spectacles spectacles, double x, double y) {
    double centre = Math.max(FaceLayout.EYE_X + 0.02, spectacles.halfWidth() + 0.1);
    double dx = Math.abs((Math.abs(x) - centre) / spectacles.halfWidth());
    double dy = Math.abs((y + 0.03) / spectacles.halfHeight());
    double square = Math.max(dx, dy);
    double round = Math.sqrt(dx * dx + dy * dy);
    return 1 - Smooth.mix(square, round, spectacles.roundness());
  }
}
