package org.keypointstudio.ui.chart;

import java.util.Arrays;

/** The corners of a line on the canvas, in the form that a canvas takes. */
final class Polyline {
  private double[] xs;
  private double[] ys;
  private int size;

  /** A line without corners, with room for some. */
  Polyline(int capacity) {
    xs = new double[Math.max(1, capacity)];
    ys = new double[Math.max(1, capacity)];
  }

  void add(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  int size() {
    return size;
  }

  /** Horizontal places, of which the first {@link #size} count. */
  double[] xs() {
    return xs;
  }

  /** Vertical places, of which the first {@link #size} count. */
  double[] ys() {
    return ys;
  }
}
