package org.keypointstudio.project.cleaning;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.cleaning.FaceRepair.PointRepair;

/** Keypoints that lie outside their image. */
final class OutsidePoints {
  /** From the centre of the outermost pixel, which is its coordinate, to its edge. */
  private static final double HALF_A_PIXEL = 0.5;

  private OutsidePoints() {}

  /**
   * What becomes of the keypoints outside; where the whole face is to be excluded, each of them
   * stays as it is. Locked keypoints are not among them.
   */
  static List<PointRepair> repairs(
      CleaningRule.PointsOutside rule, FaceLabels labels, ImageSize size) {
    List<PointRepair> repairs = new ArrayList<>();
    double allowance = HALF_A_PIXEL + rule.margin();
    for (int index = 0; index < labels.annotation().size(); index++) {
      Keypoint keypoint = labels.annotation().keypoint(index);
      boolean outside =
          keypoint.isPlaced()
              && !(keypoint.x() >= -allowance
                  && keypoint.x() <= size.width() - 1 + allowance
                  && keypoint.y() >= -allowance
                  && keypoint.y() <= size.height() - 1 + allowance);
      if (outside && !labels.isLocked(index)) {
        repairs.add(new PointRepair(index, keypoint, repaired(keypoint, rule.repair(), size)));
      }
    }
    return repairs;
  }

  private static Keypoint repaired(Keypoint keypoint, CleaningRule.Repair repair, ImageSize size) {
    return switch (repair) {
      case CLEAR -> Keypoint.unlabelled();
      case MARK_ABSENT -> Keypoint.absent();
      case EXCLUDE -> keypoint;
      case CLAMP ->
          new Keypoint(
              Math.clamp(keypoint.x(), 0, size.width() - 1.0),
              Math.clamp(keypoint.y(), 0, size.height() - 1.0),
              keypoint.visibility());
    };
  }
}
