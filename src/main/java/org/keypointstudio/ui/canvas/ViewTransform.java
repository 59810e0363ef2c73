package org.keypointstudio.ui.canvas;

import javafx.geometry.Point2D;
import org.keypointstudio.model.ImageSize;

/**
 * Where image pixels stand on the canvas.
 *
 * <p>Image coordinates are pixel indices (the origin is the centre of the top-left pixel), so the
 * image covers −0.5 to width − 0.5; canvas coordinates start at the canvas' corner.
 *
 * @param scale canvas pixels per image pixel
 * @param left canvas x of the image's left edge
 * @param top canvas y of the image's top edge
 */
public record ViewTransform(double scale, double left, double top) {
  /** The smallest scale, 25 %. */
  public static final double LEAST_SCALE = 0.25;

  /** The largest scale, 6400 %. */
  public static final double GREATEST_SCALE = 64;

  /** The whole image, as large as it fits, in the middle of a canvas. */
  public static ViewTransform fit(ImageSize image, double canvasWidth, double canvasHeight) {
    double margin = 0.04 * Math.min(canvasWidth, canvasHeight);
    double scale =
        clampScale(
            Math.min(
                (canvasWidth - 2 * margin) / image.width(),
                (canvasHeight - 2 * margin) / image.height()));
    return new ViewTransform(
        scale,
        Math.rint((canvasWidth - scale * image.width()) / 2),
        Math.rint((canvasHeight - scale * image.height()) / 2));
  }

  private static double clampScale(double scale) {
    return Math.clamp(scale, LEAST_SCALE, GREATEST_SCALE);
  }

  /** Canvas x of an image column. */
  public double toCanvasX(double imageX) {
    return left + (imageX + 0.5) * scale;
  }

  /** Canvas y of an image row. */
  public double toCanvasY(double imageY) {
    return top + (imageY + 0.5) * scale;
  }

  /** The image coordinates under a place of the canvas. */
  public Point2D toImage(double canvasX, double canvasY) {
    return new Point2D((canvasX - left) / scale - 0.5, (canvasY - top) / scale - 0.5);
  }

  /** Zooms by a factor; the image under the given place of the canvas stays there. */
  public ViewTransform zoomedAt(double canvasX, double canvasY, double factor) {
    double newScale = clampScale(scale * factor);
    double ratio = newScale / scale;
    return new ViewTransform(
        newScale, canvasX - (canvasX - left) * ratio, canvasY - (canvasY - top) * ratio);
  }

  /** Moves the image by canvas pixels. */
  public ViewTransform panned(double canvasX, double canvasY) {
    return new ViewTransform(scale, left + canvasX, top + canvasY);
  }
}
