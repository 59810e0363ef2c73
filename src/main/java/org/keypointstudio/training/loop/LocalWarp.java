package org.keypointstudio.training.loop;

import java.util.random.RandomGenerator;
import org.keypointstudio.training.network.InputFrame;

/**
 * Moves the parts of a face against each other, so that one face becomes that of somebody else: a
 * displacement at each node of a coarse grid, mixed bilinearly between the nodes.
 *
 * @param dx displacement along x at each node, row by row, in pixels of the network's input
 * @param dy the same along y
 * @param cellWidth pixels from one node to the next along x
 * @param cellHeight the same along y
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn anew for each face, compared by nobody.
record LocalWarp(float[] dx, float[] dy, int cellWidth, int cellHeight) {
  /** Cells along each axis; a cell of a 96 × 96 image is about as wide as an eye. */
  static final int CELLS = 4;

  private static final int NODES = CELLS + 1;

  /** Nothing is seen of what is still wrong after so many steps. */
  private static final int MOST_STEPS = 20;

  private static final double CLOSE_ENOUGH = 1e-3;

  /** A warp whose nodes move by up to {@code bound} pixels along each axis, drawn evenly. */
  static LocalWarp draw(double bound, InputFrame frame, RandomGenerator random) {
    float[] dx = new float[NODES * NODES];
    float[] dy = new float[NODES * NODES];
    if (bound > 0) {
      for (int node = 0; node < dx.length; node++) {
        dx[node] = (float) (bound * (2 * random.nextDouble() - 1));
        dy[node] = (float) (bound * (2 * random.nextDouble() - 1));
      }
    }
    return new LocalWarp(
        dx, dy, Math.ceilDiv(frame.width(), CELLS), Math.ceilDiv(frame.height(), CELLS));
  }

  /**
   * The displacement at a corner of a row's part that lies within one column of cells, from where
   * on it grows evenly.
   *
   * @param field {@link #dx} or {@link #dy}
   * @param column of nodes, 0 to {@link #CELLS}
   * @param y row of the image
   */
  float atColumn(float[] field, int column, float y) {
    float place = Math.clamp(y / cellHeight, 0f, CELLS);
    int above = Math.min((int) place, CELLS - 1);
    float share = place - above;
    float upper = field[above * NODES + column];
    float lower = field[(above + 1) * NODES + column];
    return upper + share * (lower - upper);
  }

  private float at(float[] field, double x, double y) {
    float place = Math.clamp((float) x / cellWidth, 0f, CELLS);
    int left = Math.min((int) place, CELLS - 1);
    float share = place - left;
    float before = atColumn(field, left, (float) y);
    float after = atColumn(field, left + 1, (float) y);
    return before + share * (after - before);
  }

  /**
   * Where a point of the image goes, if a pixel of the result at q is taken from {@code map}⁻¹(q) +
   * displacement(q): the fixed point of q = map(point − displacement(q)).
   *
   * @param x of the point, in pixels; NaN gives NaN
   * @param y of the point, in pixels
   * @param target takes x and y of the place
   */
  void place(AffineMap map, double x, double y, double[] target) {
    double placeX = map.x(x, y);
    double placeY = map.y(x, y);
    double moved = Double.MAX_VALUE;
    for (int step = 0; step < MOST_STEPS && moved > CLOSE_ENOUGH; step++) {
      double sourceX = x - at(dx, placeX, placeY);
      double sourceY = y - at(dy, placeX, placeY);
      double nextX = map.x(sourceX, sourceY);
      double nextY = map.y(sourceX, sourceY);
      moved = Math.abs(nextX - placeX) + Math.abs(nextY - placeY);
      placeX = nextX;
      placeY = nextY;
    }
    target[0] = placeX;
    target[1] = placeY;
  }
}
