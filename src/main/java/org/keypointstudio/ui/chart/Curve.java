package org.keypointstudio.ui.chart;

import java.util.Arrays;

/** Points that are added in the order of their x. Packed, since a long run makes many. */
public final class Curve {
  private static final int INITIAL_CAPACITY = 64;

  private double[] xs = new double[INITIAL_CAPACITY];
  private double[] ys = new double[INITIAL_CAPACITY];
  private int size;

  /**
   * Adds a point behind the last one. A value that is not finite leaves the curve as it is.
   *
   * @throws IllegalArgumentException if x lies before the last point's
   */
  public void add(double x, double y) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      return;
    }
    if (size > 0 && x < xs[size - 1]) {
      throw new IllegalArgumentException("x goes back from " + xs[size - 1] + " to " + x);
    }
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  /** The number of points. */
  public int size() {
    return size;
  }

  /** Whether there is no point yet. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** The x of a point. */
  public double x(int index) {
    return xs[checked(index)];
  }

  /** The y of a point. */
  public double y(int index) {
    return ys[checked(index)];
  }

  private int checked(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index + " of " + size + " points");
    }
    return index;
  }

  /** The point whose x lies nearest, or −1 if there is none. */
  public int nearest(double x) {
    if (isEmpty()) {
      return -1;
    }
    int found = Arrays.binarySearch(xs, 0, size, x);
    if (found >= 0) {
      return found;
    }
    int after = -found - 1;
    if (after == 0) {
      return 0;
    }
    if (after == size) {
      return size - 1;
    }
    return x - xs[after - 1] <= xs[after] - x ? after - 1 : after;
  }
}
