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
  private final Hairline hairline;

  HairMesh(Person person, HeadProfile profile) {
    this.hair = person.hair();
    this.profile = profile;
    noise = new Noise(person.textureSeed() + 29);
    hairline = new Hairline(hair);
  }

  Hairline hairline() {
    return hairline;
  }

  Mesh build() {
    int rows = UPPER_ROWS + LOWER_ROWS;
    Mesh mesh = new Mesh(rows, COLUMNS);
    Column[] columns = new Column[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
      double azimuth = Math.PI * (2.0 * i / (COLUMNS - 1) - 1);
      columns[i] =
          new Column(
              azimuth, StrictMath.sin(azimuth), StrictMath.cos(azimuth), hairline.at(azimuth));
    }
    double bottom = Math.min(-1.2, -hair.length() - 0.3);
    double hang = profile.rowOf(HANG_FROM);
    for (int row = 0; row < rows; row++) {
      boolean upper = row >= LOWER_ROWS;
      double t = upper ? Smooth.mix(hang, 1, (row - LOWER_ROWS) / (UPPER_ROWS - 1.0)) : hang;
      double y =
          upper ? profile.height(t) : Smooth.mix(bottom, HANG_FROM, (double) row / LOWER_ROWS);
      // Long hair hangs straight down from the head's widest place; short hair follows the head.
      Ring ring = new Ring(y, upper || hangs() ? t : profile.rowOf(y));
      for (int i = 0; i < COLUMNS; i++) {
        place(mesh, row, i, columns[i], ring);
      }
    }
    mesh.computeNormals();
    return mesh;
  }

  /** One direction from the head's axis, with the height at which its hair ends. */
  private record Column(double azimuth, double sine, double cosine, double border) {}

  /** One level of the shell, and the row of the head that it follows. */
  private record Ring(double y, double headRow) {}

  private boolean hangs() {
    return hair.length() > 0.5;
  }

  private void place(Mesh mesh, int row, int index, Column column, Ring ring) {
    double azimuth = column.azimuth();
    double y = ring.y();
    double thick = hair.volume() * body(column, y) + 0.012;
    double below = Math.max(HANG_FROM - y, 0);
    double wave = hangs() ? 0.06 * hair.curl() * noise.at(azimuth * 3, y * 4) * below : 0;
    double width = profile.halfWidth(ring.headRow()) + thick * (1 + 0.12 * below) + wave;
    double depth =
        column.cosine() > 0
            ? profile.front(ring.headRow()) - HeadProfile.EAR_Z + thick
            : HeadProfile.EAR_Z - profile.back(ring.headRow()) + thick;
    double lift = thick * Smooth.step(0.5, 1.5, y);
    mesh.put(
        row, index, width * column.sine(), y + lift, HeadProfile.EAR_Z + depth * column.cosine());
    mesh.paintAt(row, index, azimuth, y);
  }

  /** How thick hair stands at a place, about 0 to 1: thin at its border. */
  private double body(Column column, double y) {
    double fullFrom = hair.style() == HairStyle.SHORT ? 0.3 : 0.22;
    double rise = Smooth.step(-0.02, fullFrom, y - column.border());
    if (rise <= 0) {
      return 0;
    }
    double clumps = noise.octaves(column.azimuth() * 4, y * 3, 3);
    double sides =
        switch (hair.style()) {
          case SHORT -> Smooth.mix(0.35, 1, Smooth.step(0.5, 1.3, y));
          case TIED_BACK -> 0.5;
          default -> 1;
        };
    return rise * sides * (1 + (0.2 + 0.5 * hair.curl()) * clumps);
  }

  /** Where the shell has hair, with a ragged border. */
  SurfaceBuffer.Coverage coverage() {
    double rag = hairline.rag();
    boolean ring = hairline.isRing();
    return (azimuth, y) -> {
      double tuft =
          rag * (noise.at(azimuth * 9, y * 3) + 0.5 * noise.at(azimuth * 31 + 6 * y, y * 5));
      if (ring && (y > 0.78 + 2 * tuft || Math.abs(azimuth) < 0.95)) {
        return false;
      }
      return y > hairline.at(azimuth) + tuft + 0.02;
    };
  }
}
