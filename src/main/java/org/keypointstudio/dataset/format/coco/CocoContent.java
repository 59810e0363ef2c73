package org.keypointstudio.dataset.format.coco;

import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.IndexPair;

/**
 * What of a COCO file matters here, in the file's order.
 *
 * @param categories that have keypoints
 * @param images all
 * @param annotations all
 */
record CocoContent(List<Category> categories, List<Image> images, List<Instance> annotations) {

  /**
   * A kind of object.
   *
   * @param skeleton lines between keypoints, counted from 0
   */
  record Category(long id, String name, List<String> keypoints, List<IndexPair> skeleton) {}

  /**
   * An image.
   *
   * @param id that annotations refer to
   */
  record Image(long id, String fileName, Optional<ImageSize> size) {}

  /** An object in an image. */
  static final class Instance {
    private final long imageId;
    private final long categoryId;
    private final double[] keypoints;
    private final Optional<FaceBox> box;
    private final boolean isCrowd;

    Instance(
        long imageId, long categoryId, double[] keypoints, Optional<FaceBox> box, boolean isCrowd) {
      this.imageId = imageId;
      this.categoryId = categoryId;
      this.keypoints = keypoints;
      this.box = box;
      this.isCrowd = isCrowd;
    }

    long imageId() {
      return imageId;
    }

    long categoryId() {
      return categoryId;
    }

    /** The number of x, y and v of all keypoints together; 0 if the annotation has none. */
    int numbers() {
      return keypoints.length;
    }

    /** The x, y or v of a keypoint: 3·k, 3·k + 1 and 3·k + 2 for keypoint k. */
    double number(int index) {
      return keypoints[index];
    }

    Optional<FaceBox> box() {
      return box;
    }

    /** Whether it stands for a group of objects. */
    boolean isCrowd() {
      return isCrowd;
    }
  }
}
