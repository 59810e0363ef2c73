package org.keypointstudio.generate.face;

/** The surface of one head: the bare profile with the relief of the face on it. */
final class HeadMesh {
  private static final int ROWS = 210;
  private static final int COLUMNS = 190;
  private static final double REACH = Math.PI * 0.86;

  private final HeadProfile profile;
  private final FaceRelief relief;
  private final FaceLayout layout;
  private final double eyeBase;
  private final Mesh mesh;

  HeadMesh(Person person, FaceLayout layout) {
    this.layout = layout;
    profile = new HeadProfile(person.proportions(), layout.chinY);
    relief =
        new FaceRelief(
            layout,
            person.proportions(),
            person.complexion(),
            person.facialHair(),
            person.textureSeed());
    eyeBase = baseDepth(profile.rowOf(0), FaceLayout.EYE_X);
    mesh = build();
  }

  Mesh mesh() {
    return mesh;
  }

  HeadProfile profile() {
    return profile;
  }

  /** Depth of the centres of the eyeballs. */
  double eyeCentreZ() {
    return FaceRelief.eyeCentre(eyeBase);
  }

  /** Depth of the bare head's front half on a row at a distance from the middle. */
  private double baseDepth(double t, double x) {
    double q = Math.min(Math.abs(x) / profile.halfWidth(t), 1);
    double depth = profile.front(t) - HeadProfile.EAR_Z;
    return HeadProfile.EAR_Z + depth * Math.sqrt(1 - q * q);
  }

  private Mesh build() {
    Mesh built = new Mesh(ROWS, COLUMNS);
    double[] sine = new double[COLUMNS];
    double[] cosine = new double[COLUMNS];
    double[] squareSine = new double[COLUMNS];
    double[] squareCosine = new double[COLUMNS];
    for (int column = 0; column < COLUMNS; column++) {
      double s = 2.0 * column / (COLUMNS - 1) - 1;
      double angle = REACH * (0.62 * s + 0.38 * s * s * s);
      sine[column] = StrictMath.sin(angle);
      cosine[column] = StrictMath.cos(angle);
      squareSine[column] = squared(sine[column]);
      squareCosine[column] = squared(cosine[column]);
    }
    for (int row = 0; row < ROWS; row++) {
      double t = (double) row / (ROWS - 1);
      double halfWidth = profile.halfWidth(t);
      double front = profile.front(t) - HeadProfile.EAR_Z;
      double back = HeadProfile.EAR_Z - profile.back(t);
      double height = profile.height(t);
      // The lower edge of the jaw rises from the chin to the ear.
      double rise = 0.55 * (1 - Smooth.step(layout.chinY, layout.chinY + 1.0, height));
      // The jaw is boxier than the skull.
      double square = 1 - Smooth.step(-1.1, -0.3, height);
      double face = Smooth.step(0.05, 0.17, t);
      for (int column = 0; column < COLUMNS; column++) {
        double c = cosine[column];
        double round = Smooth.mix(cosine[column], squareCosine[column], square);
        double x = halfWidth * Smooth.mix(sine[column], squareSine[column], square);
        double y = height + rise * (1 - Math.max(c, -0.3)) * 0.8;
        double z = HeadProfile.EAR_Z + (c > 0 ? front : back) * round;
        if (c > 0.08) {
          double share = Smooth.step(0.08, 0.42, c) * face;
          z += share * relief.at(x, y, z, eyeBase);
        }
        built.put(row, column, x, y, z);
        built.paintAt(row, column, c, t);
      }
    }
    built.computeNormals();
    return built;
  }

  /** Turns a circle's coordinate into that of a superellipse. */
  private static double squared(double value) {
    return Math.signum(value) * StrictMath.pow(Math.abs(value), 0.9);
  }

  /**
   * Depth of the face's surface under a place of the front view.
   *
   * @throws IllegalArgumentException if the place lies beside the face
   */
  double depthAt(double x, double y) {
    int best = -1;
    double bestDistance = 0.1;
    for (int i = 0; i < mesh.x.length; i++) {
      double dx = mesh.x[i] - x;
      double dy = mesh.y[i] - y;
      double distance = dx * dx + dy * dy;
      if (distance < bestDistance && mesh.u[i] > 0 && mesh.v[i] > 0.1) {
        bestDistance = distance;
        best = i;
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("(" + x + ", " + y + ") lies beside the face.");
    }
    // One step along the tangent plane from the nearest point of the grid.
    double nz = Math.max(mesh.normalZ[best], 0.2);
    return mesh.z[best]
        - (mesh.normalX[best] * (x - mesh.x[best]) + mesh.normalY[best] * (y - mesh.y[best])) / nz;
  }
}
