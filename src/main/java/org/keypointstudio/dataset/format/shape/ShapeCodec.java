package org.keypointstudio.dataset.format.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;

/** How a format writes a point and a rectangle. */
public interface ShapeCodec {

  /** Puts a keypoint, in pixels of the image, into a shape that is a point already. */
  void move(ObjectNode point, Keypoint keypoint, Optional<ImageSize> size);

  /**
   * A new point.
   *
   * @param group of its face; empty for none
   */
  ObjectNode point(String name, Keypoint keypoint, String group, Optional<ImageSize> size);

  /**
   * A new rectangle.
   *
   * @param group of its face; empty for none
   */
  ObjectNode box(String label, FaceBox box, String group, Optional<ImageSize> size);
}
