package org.keypointstudio.ui.canvas;

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

  /** This look with marks of another size. */
  public CanvasLook withMarkRadius(double radius) {
    return new CanvasLook(transform, width, height, radius, markOpacity);
  }
}
