package org.keypointstudio.generate.face;

import org.keypointstudio.generate.face.Person.Hair;
import org.keypointstudio.generate.face.Person.HairStyle;

/**
 * The hair of the head as a shell around it. The place (u, v) on it is the azimuth in radians (0 in
 * front, positive to the subject's left) and the height in face space.
 */
final class HairMesh {
  private static final int COLUMNS = 150;
  private static final int UPPER_ROWS = 60;
  private static final int LOWER_ROWS = 40;
  private static final double HANG_FROM = 0.2;

  private final Hair hair;
  private final HeadProfile profile;
  private final Noise noise;
  private final double[] borderAt;
  private final double[] borderHeight;

  HairMesh(Person person, HeadProfile profile) {
    this.hair = person.hair();
    this.profile = profile;
    noise = new Noise(person.textureSeed() + 29);
    double high = hair.hairline();
    double bare = hair.recession();
    double front = Smooth.mix(high, 0.34, hair.bangs());
    double low = -hair.length();
    switch (hair.style()) {
      case BALD, FRINGE_RING, CROPPED, SHORT -> {
        borderAt = new double[] {0, 0.45, 0.8, 1.02, 1.17, 1.27, 1.38, 1.6, 1.9, 2.1, 3.2};
        borderHeight =
            new double[] {
              front,
              front + 0.42 * bare,
              high - 0.16 + 0.4 * bare,
              0.42,
              0.1,
              -0.22,
              0.1,
              0.24,
              0.1,
              -0.8,
              -1.1
            };
      }
      case TIED_BACK -> {
        borderAt = new double[] {0, 0.5, 0.85, 1.05, 1.22, 1.4, 1.65, 1.9, 3.2};
        borderHeight = new double[] {high, high, high - 0.2, 0.45, 0.05, 0.2, 0.2, -0.4, -0.9};
      }
      case MOP -> {
        borderAt = new double[] {0, 0.5, 0.8, 1.0, 1.2, 1.6, 3.2};
        borderHeight =
            new double[] {front, front - 0.02, front + 0.02, 0.0, low, low - 0.1, low - 0.4};
      }
      case AFRO -> {
        borderAt = new double[] {0, 0.6, 0.9, 1.08, 1.25, 1.6, 3.2};
        borderHeight = new double[] {high, high - 0.06, high - 0.3, 0.25, -0.3, -0.6, -1.0};
      }
      case BOB, LONG -> {
        borderAt = new double[] {0, 0.45, 0.75, 0.95, 1.12, 1.3, 3.2};
        borderHeight = new double[] {front, front - 0.04, front - 0.12, 0.35, 0.75 * low, low, low};
      }
      default -> throw new IllegalStateException("No border for " + hair.style());
    }
  }

  /** Height of the hair's lower border at an azimuth. */
  double border(double azimuth) {
    double a = Math.abs(azimuth);
    int k = 0;
    while (k < borderAt.length - 2 && a > borderAt[k + 1]) {
      k++;
    }
    double t = Smooth.step(borderAt[k], borderAt[k + 1], a);
    double height = Smooth.mix(borderHeight[k], borderHeight[k + 1], t);
    double lean = hair.bangs() * hair.sweep() * 0.3 * azimuth * Smooth.bell(azimuth, 0, 1, 1);
    return height + lean;
  }

  /** How thick hair stands at an azimuth and a height, 0 to 1: thin at its border. */
  private double body(double azimuth, double y) {
    double rise =
        Smooth.step(-0.02, hair.style() == HairStyle.SHORT ? 0.3 : 0.22, y - border(azimuth));
    double clumps = 1 + (0.2 + 0.5 * hair.curl()) * noise.octaves(azimuth * 4, y * 3, 3);
    double sides =
        switch (hair.style()) {
          case SHORT -> Smooth.mix(0.35, 1, Smooth.step(0.5, 1.3, y));
          case TIED_BACK -> 0.5;
          default -> 1;
        };
    return rise * clumps * sides;
  }

  Mesh build() {
    int rows = UPPER_ROWS + LOWER_ROWS;
    Mesh mesh = new Mesh(rows, COLUMNS);
    double bottom = Math.min(-1.2, -hair.length() - 0.3);
    double hang = profile.rowOf(HANG_FROM);
    for (int row = 0; row < rows; row++) {
      boolean upper = row >= LOWER_ROWS;
      double t = upper ? Smooth.mix(hang, 1, (row - LOWER_ROWS) / (UPPER_ROWS - 1.0)) : hang;
      double y =
          upper ? profile.height(t) : Smooth.mix(bottom, HANG_FROM, (double) row / LOWER_ROWS);
      for (int column = 0; column < COLUMNS; column++) {
        double azimuth = Math.PI * (2.0 * column / (COLUMNS - 1) - 1);
        place(mesh, row, column, t, y, azimuth);
      }
    }
    mesh.computeNormals();
    return mesh;
  }

  private void place(Mesh mesh, int row, int column, double t, double y, double azimuth) {
    double thick = hair.volume() * body(azimuth, y);
    double below = Math.max(HANG_FROM - y, 0);
    boolean hangs = hair.length() > 0.5;
    double headWidth = profile.halfWidth(hangs || below == 0 ? t : profile.rowOf(y));
    double wave = hangs ? 0.06 * hair.curl() * noise.at(azimuth * 3, y * 4) * below : 0;
    double width = headWidth + 0.012 + thick * (1 + 0.12 * below) + wave;
    double s = StrictMath.sin(azimuth);
    double c = StrictMath.cos(azimuth);
    double front = profile.front(t) - HeadProfile.EAR_Z + 0.012 + thick;
    double back = HeadProfile.EAR_Z - profile.back(t) + 0.012 + thick;
    double lift = y > 0.4 ? thick * Smooth.step(0.5, 1.5, y) : 0;
    mesh.put(row, column, width * s, y + lift, HeadProfile.EAR_Z + (c > 0 ? front : back) * c);
    mesh.paintAt(row, column, azimuth, y);
  }

  /** Where the shell has hair, with a ragged border. */
  SurfaceBuffer.Coverage coverage() {
    double rag =
        switch (hair.style()) {
          case MOP, BOB, LONG -> 0.1;
          case AFRO -> 0.12;
          case BALD, FRINGE_RING, CROPPED, SHORT, TIED_BACK -> 0.07;
        };
    boolean ring = hair.style() == HairStyle.FRINGE_RING || hair.style() == HairStyle.BALD;
    return (azimuth, y) -> {
      double tuft = rag * (noise.at(azimuth * 34, y * 3) + 0.7 * noise.at(azimuth * 90, y * 6));
      if (ring && (y > 0.78 + 2 * tuft || Math.abs(azimuth) < 0.95)) {
        return false;
      }
      return y > border(azimuth) + tuft + 0.02;
    };
  }
}
