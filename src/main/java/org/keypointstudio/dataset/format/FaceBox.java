package org.keypointstudio.dataset.format;

import java.util.Optional;
import org.keypointstudio.model.Annotation;

/**
 * The rectangle of an image in which a face lies, in pixels of the whole image.
 *
 * <p>Its sides are counted in the edges of pixels, as COCO and dlib do: the box (0, 0, w, h) covers
 * an image of w × h pixels, and the centre of its top-left pixel is the keypoint coordinate (0, 0).
 * It may reach over the image's border.
 *
 * @param left edge
 * @param top edge
 * @param width above 0
 * @param height above 0
 */
public record FaceBox(double left, double top, double width, double height) {

  /**
   * @throws IllegalArgumentException if a number is not finite or a side is not above 0
   */
  public FaceBox {
    boolean finite = Double.isFinite(left + width) && Double.isFinite(top + height);
    if (!(finite && width > 0 && height > 0)) {
      throw new IllegalArgumentException(
          "A face cannot lie in (%s, %s, %s, %s)".formatted(left, top, width, height));
    }
  }

  /**
   * Whether numbers of a file make a box: both sides above 0, and all corners where a keypoint can
   * be, too.
   */
  public static boolean isBox(double left, double top, double width, double height) {
    return PixelCoordinate.isValid(left)
        && PixelCoordinate.isValid(top)
        && PixelCoordinate.isValid(left + width)
        && PixelCoordinate.isValid(top + height)
        && width > 0
        && height > 0;
  }

  /**
   * The smallest box that covers the pixels of all placed keypoints; nothing if none is placed.
   * Formats that must have a box and were given none write this one.
   */
  public static Optional<FaceBox> around(Annotation annotation) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < annotation.size(); i++) {
      if (annotation.isPlaced(i)) {
        left = Math.min(left, Math.floor(annotation.x(i)));
        top = Math.min(top, Math.floor(annotation.y(i)));
        right = Math.max(right, Math.floor(annotation.x(i)) + 1);
        bottom = Math.max(bottom, Math.floor(annotation.y(i)) + 1);
      }
    }
    return left < right
        ? Optional.of(new FaceBox(left, top, right - left, bottom - top))
        : Optional.empty();
  }

  /** The right edge. */
  public double right() {
    return left + width;
  }

  /** The bottom edge. */
  public double bottom() {
    return top + height;
  }
}
