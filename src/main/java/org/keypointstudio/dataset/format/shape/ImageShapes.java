package org.keypointstudio.dataset.format.shape;

import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;

/**
 * The points and rectangles that a file has for one image, in pixels of the image.
 *
 * @param name of the image
 * @param size of the image if the file says so
 */
public record ImageShapes(
    String name, Optional<ImageSize> size, List<Point> points, List<Box> boxes) {

  /** Copies the lists. */
  public ImageShapes {
    points = List.copyOf(points);
    boxes = List.copyOf(boxes);
  }

  /**
   * A point.
   *
   * @param index position among the image's shapes of all kinds
   * @param name of the keypoint
   * @param group what the points and the rectangle of a face have in common; empty if the file does
   *     not say
   * @param keypoint placed
   */
  public record Point(int index, String name, String group, Keypoint keypoint) {}

  /**
   * A rectangle.
   *
   * @param index position among the image's shapes of all kinds
   * @param label what is in it
   * @param group as of a point
   */
  public record Box(int index, String label, String group, FaceBox box) {}
}
