package org.keypointstudio.ui.chart;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Points in the plane, each of which stands for a face. Immutable. */
public final class PointCloud {
  private final double[] xs;
  private final double[] ys;
  private final int[] faces;
  private final int[] colors;

  /**
   * Points, of which the arrays are not to be changed any more.
   *
   * @param xs one a point; NaN for one that has no place
   * @param ys one a point, downwards
   * @param faces which face each point stands for
   * @param colors one a point, as 0xRRGGBB
   * @throws IllegalArgumentException if there are not as many of each
   */
  public PointCloud(double[] xs, double[] ys, int[] faces, int[] colors) {
    if (ys.length != xs.length || faces.length != xs.length || colors.length != xs.length) {
      throw new IllegalArgumentException(
          "%d, %d, %d and %d of one a point"
              .formatted(xs.length, ys.length, faces.length, colors.length));
    }
    this.xs = xs;
    this.ys = ys;
    this.faces = faces;
    this.colors = colors;
  }

  /** No point. */
  public static PointCloud empty() {
    return new PointCloud(new double[0], new double[0], new int[0], new int[0]);
  }

  /** The number of points. */
  public int size() {
    return xs.length;
  }

  double x(int point) {
    return xs[point];
  }

  double y(int point) {
    return ys[point];
  }

  int face(int point) {
    return faces[point];
  }

  int color(int point) {
    return colors[point];
  }

  /** Whether a point has a place. */
  public boolean isPlaced(int point) {
    return Double.isFinite(xs[point]) && Double.isFinite(ys[point]);
  }

  /**
   * The faces of which a point lies within a closed line, by the even-odd rule.
   *
   * @param lineX corners of the line
   * @param lineY as many
   */
  public IntStream facesWithin(double[] lineX, double[] lineY) {
    BitSet within = new BitSet();
    for (int point = 0; point < xs.length; point++) {
      if (isPlaced(point)
          && !within.get(faces[point])
          && contains(lineX, lineY, xs[point], ys[point])) {
        within.set(faces[point]);
      }
    }
    return within.stream();
  }

  /** W. R. Franklin's crossing test: how often a ray to the right crosses the line. */
  private static boolean contains(double[] lineX, double[] lineY, double x, double y) {
    boolean inside = false;
    for (int i = 0, before = lineX.length - 1; i < lineX.length; before = i++) {
      boolean crosses = lineY[i] > y != lineY[before] > y;
      if (crosses
          && x
              < (lineX[before] - lineX[i]) * (y - lineY[i]) / (lineY[before] - lineY[i])
                  + lineX[i]) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** The point that is nearest to a place; −1 if none is within the distance. */
  public int nearest(double x, double y, double distance) {
    int nearest = -1;
    double least = distance * distance;
    for (int point = 0; point < xs.length; point++) {
      double dx = xs[point] - x;
      double dy = ys[point] - y;
      double square = dx * dx + dy * dy;
      if (square <= least) {
        least = square;
        nearest = point;
      }
    }
    return nearest;
  }
}
