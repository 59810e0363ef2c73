package org.keypointstudio.ui.chart;

import java.util.Arrays;

/**
 * Points that are added in the order of their x. Packed, since a long run makes many; the extremes
 * of each block of points are kept, so that those of any stretch are found without looking at all
 * of its points.
 */
public final class Curve {
  private static final int INITIAL_CAPACITY = 64;
  private static final int BLOCK = 64;

  private double[] xs = new double[INITIAL_CAPACITY];
  private double[] ys = new double[INITIAL_CAPACITY];
  private double[] blockLows = new double[INITIAL_CAPACITY / BLOCK];
  private double[] blockHighs = new double[INITIAL_CAPACITY / BLOCK];
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
      blockLows = Arrays.copyOf(blockLows, 2 * size / BLOCK);
      blockHighs = Arrays.copyOf(blockHighs, 2 * size / BLOCK);
    }
    xs[size] = x;
    ys[size] = y;
    int block = size / BLOCK;
    boolean first = size % BLOCK == 0;
    blockLows[block] = first ? y : Math.min(blockLows[block], y);
    blockHighs[block] = first ? y : Math.max(blockHighs[block], y);
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

  /**
   * The lowest y of the points from {@code start} on, up to but without {@code end}; positive
   * infinity if there are none.
   */
  double lowest(int start, int end) {
    double lowest = Double.POSITIVE_INFINITY;
    int i = start;
    while (i < end) {
      if (i % BLOCK == 0 && i + BLOCK <= end) {
        lowest = Math.min(lowest, blockLows[i / BLOCK]);
        i += BLOCK;
      } else {
        lowest = Math.min(lowest, ys[i]);
        i++;
      }
    }
    return lowest;
  }

  /**
   * The highest y of the points from {@code start} on, up to but without {@code end}; negative
   * infinity if there are none.
   */
  double highest(int start, int end) {
    double highest = Double.NEGATIVE_INFINITY;
    int i = start;
    while (i < end) {
      if (i % BLOCK == 0 && i + BLOCK <= end) {
        highest = Math.max(highest, blockHighs[i / BLOCK]);
        i += BLOCK;
      } else {
        highest = Math.max(highest, ys[i]);
        i++;
      }
    }
    return highest;
  }

  /** The first point whose x is not less, or the number of points if all are. */
  int firstFrom(double x) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (xs[middle] < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The point whose x lies nearest, or −1 if there is none. */
  public int nearest(double x) {
    if (isEmpty()) {
      return -1;
    }
    int after = Math.min(firstFrom(x), size - 1);
    return after > 0 && x - xs[after - 1] <= xs[after] - x ? after - 1 : after;
  }
}
