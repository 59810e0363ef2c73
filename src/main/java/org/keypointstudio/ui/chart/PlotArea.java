package org.keypointstudio.ui.chart;

import javafx.geometry.Rectangle2D;

/**
 * Where values lie on the canvas.
 *
 * @param bounds of the plot, in pixels of the canvas
 * @param horizontal values from its left to its right edge
 * @param vertical values from its bottom to its top edge
 * @param verticalScale how they are spread
 */
record PlotArea(Rectangle2D bounds, Range horizontal, Range vertical, AxisScale verticalScale) {
  /** How far outside a line may run before it is bent, in heights of the plot. */
  private static final double OUTSIDE = 2;

  double toX(double value) {
    return bounds.getMinX()
        + AxisScale.LINEAR.position(value, horizontal) * Math.max(1, bounds.getWidth());
  }

  /** A value that has no place on a logarithmic axis lies below it. */
  double toY(double value) {
    double position =
        canShow(value)
            ? Math.clamp(verticalScale.position(value, vertical), -OUTSIDE, 1 + OUTSIDE)
            : -OUTSIDE;
    return bounds.getMaxY() - position * bounds.getHeight();
  }

  /** The value under a horizontal position on the canvas. */
  double valueAtX(double x) {
    return horizontal.low()
        + (x - bounds.getMinX()) / Math.max(1, bounds.getWidth()) * horizontal.length();
  }

  /** Whether a value has a place on the vertical axis. */
  private boolean canShow(double value) {
    return verticalScale == AxisScale.LINEAR || value > 0;
  }
}
