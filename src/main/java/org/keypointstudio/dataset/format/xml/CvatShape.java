package org.keypointstudio.dataset.format.xml;

import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.model.Keypoint;

/** Something that a person drew on an image in CVAT and that can be a face or a part of one. */
sealed interface CvatShape {

  /** What CVAT calls it. */
  String label();

  /** What belongs together has the same number; 0 belongs to nothing. */
  String group();

  /**
   * Named keypoints.
   *
   * @param names of the keypoints
   * @param keypoints as many
   */
  record Skeleton(String label, String group, List<String> names, List<Keypoint> keypoints)
      implements CvatShape {}

  /**
   * Points without names, or a single one whose name is the label.
   *
   * @param keypoints at least one
   */
  record Points(String label, String group, List<Keypoint> keypoints) implements CvatShape {
    /** Whether it is one keypoint of a face and not a face. */
    boolean isSingle() {
      return keypoints.size() == 1;
    }
  }

  /**
   * A rectangle.
   *
   * @param box where it is
   */
  record Box(String label, String group, FaceBox box) implements CvatShape {
    /** Whether it was drawn around another shape. */
    boolean belongsTo(CvatShape other) {
      return !group.equals(NO_GROUP) && group.equals(other.group());
    }
  }

  /** The number of what belongs to nothing. */
  String NO_GROUP = "0";

  /** The box that belongs to a shape: that of its group, or the only one if all stands alone. */
  static Optional<FaceBox> boxOf(CvatShape shape, List<Box> boxes, boolean alone) {
    Optional<Box> own = boxes.stream().filter(box -> box.belongsTo(shape)).findFirst();
    return own.or(() -> alone && boxes.size() == 1 ? boxes.stream().findFirst() : Optional.empty())
        .map(Box::box);
  }
}
