package org.keypointstudio.ui.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;

/**
 * How a face is drawn at one moment.
 *
 * @param transform where image pixels stand on the canvas
 * @param width of the canvas, in canvas pixels
 * @param height of the canvas, in canvas pixels
 * @param markRadius of a keypoint's mark, in canvas pixels, at any zoom
 * @param markOpacity of marks and lines, 0 to 1
 */
public record CanvasLook(
    ViewTransform transform, double width, double height, double markRadius, double markOpacity) {
  /** What sums of coordinates may be off by, in pixels of the screen. */
  private static final double TOLERANCE = 1e-6;

  /**
   * How far what was painted with another look has to be moved to be right with this one.
   *
   * @param screenScale pixels of the screen per canvas pixel
   * @return canvas pixels that are whole pixels of the screen; empty if moving it does not make it
   *     right
   */
  Optional<Point2D> shiftFrom(CanvasLook painted, double screenScale) {
    double deltaX = (transform.left() - painted.transform.left()) * screenScale;
    double deltaY = (transform.top() - painted.transform.top()) * screenScale;
    CanvasLook inItsPlace =
        new CanvasLook(painted.transform, width, height, markRadius, markOpacity);
    boolean movable =
        transform.scale() == painted.transform.scale()
            && inItsPlace.equals(painted)
            && isWhole(deltaX)
            && isWhole(deltaY);
    return movable
        ? Optional.of(new Point2D(Math.rint(deltaX), Math.rint(deltaY)).multiply(1 / screenScale))
        : Optional.empty();
  }

  private static boolean isWhole(double pixels) {
    return Math.abs(pixels - Math.rint(pixels)) < TOLERANCE;
  }
}
