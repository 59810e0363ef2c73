package org.keypointstudio.project.cleaning;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;

/**
 * What one rule does to one face.
 *
 * @param rule position of the rule among those that were applied
 * @param face position in the data set
 * @param excluded whether the face is excluded from now on
 * @param points the keypoints that change
 * @param why in words, for the report: "same image as row 3"
 */
public record FaceRepair(
    int rule, int face, boolean excluded, List<PointRepair> points, String why) {

  /**
   * One keypoint changes.
   *
   * @param keypoint index in the schema
   * @param before what it was
   * @param after what it becomes
   */
  public record PointRepair(int keypoint, Keypoint before, Keypoint after) {}

  /** Copies the list. */
  public FaceRepair {
    points = List.copyOf(points);
  }

  /** A face is excluded. */
  static FaceRepair exclude(int rule, int face, String why) {
    return new FaceRepair(rule, face, true, List.of(), why);
  }

  /**
   * The labels after the repair. Who said where a keypoint is stays as it was, since no person
   * placed it anew.
   */
  public FaceLabels applyTo(FaceLabels labels) {
    FaceLabels repaired = labels;
    for (PointRepair point : points) {
      repaired = repaired.with(point.keypoint(), point.after(), labels.origin(point.keypoint()));
    }
    if (!excluded) {
      return repaired;
    }
    SortedSet<String> tags = new TreeSet<>(labels.notes().tags());
    tags.add(FaceNotes.EXCLUDED);
    return repaired.withNotes(labels.notes().withTags(tags));
  }
}
