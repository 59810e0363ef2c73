package org.keypointstudio.generate.face;

/** A grid of points in face space that makes one surface, with normals. */
final class Mesh {
  final int rows;
  final int columns;
  final float[] x;
  final float[] y;
  final float[] z;

  /** Coordinates on the surface, for paint that follows it; their meaning is the maker's. */
  final float[] u;

  final float[] v;
  final float[] normalX;
  final float[] normalY;
  final float[] normalZ;

  Mesh(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    int count = rows * columns;
    x = new float[count];
    y = new float[count];
    z = new float[count];
    u = new float[count];
    v = new float[count];
    normalX = new float[count];
    normalY = new float[count];
    normalZ = new float[count];
  }

  /** Places a grid point. */
  void put(int row, int column, double px, double py, double pz) {
    int i = row * columns + column;
    x[i] = (float) px;
    y[i] = (float) py;
    z[i] = (float) pz;
  }

  /** Gives a grid point its coordinates on the surface. */
  void paintAt(int row, int column, double pu, double pv) {
    int i = row * columns + column;
    u[i] = (float) pu;
    v[i] = (float) pv;
  }

  /**
   * Computes the normals from the neighbours: the cross product of the direction along the columns
   * and the direction along the rows. Rows must run up and columns to the right as seen from
   * outside.
   */
  void computeNormals() {
    for (int row = 0; row < rows; row++) {
      int above = Math.min(row + 1, rows - 1) * columns;
      int below = Math.max(row - 1, 0) * columns;
      for (int column = 0; column < columns; column++) {
        int right = Math.min(column + 1, columns - 1);
        int left = Math.max(column - 1, 0);
        int here = row * columns;
        float ax = x[here + right] - x[here + left];
        float ay = y[here + right] - y[here + left];
        float az = z[here + right] - z[here + left];
        float bx = x[above + column] - x[below + column];
        float by = y[above + column] - y[below + column];
        float bz = z[above + column] - z[below + column];
        float nx = ay * bz - az * by;
        float ny = az * bx - ax * bz;
        float nz = ax * by - ay * bx;
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-12;
        int i = here + column;
        normalX[i] = (float) (nx / length);
        normalY[i] = (float) (ny / length);
        normalZ[i] = (float) (nz / length);
      }
    }
  }
}
