package org.keypointstudio.project.labels;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;

/**
 * How much was said of faces that a table of coordinates cannot carry.
 *
 * @param occluded keypoints
 * @param absent keypoints
 * @param origins keypoints that are not as they were in the file
 * @param locked keypoints
 * @param notes faces
 * @param tagged faces
 * @param reviewed faces
 * @param added keypoints with a place that the file has no room for
 */
public record MarkCounts(
    int occluded,
    int absent,
    int origins,
    int locked,
    int notes,
    int tagged,
    int reviewed,
    int added) {

  /** Counts the marks of faces, of whose keypoints the file has a place for all. */
  public static MarkCounts of(List<FaceLabels> faces) {
    return of(faces, Integer.MAX_VALUE);
  }

  /**
   * Counts the marks of faces.
   *
   * @param inFile how many of their keypoints the file has a place for, the first ones
   */
  public static MarkCounts of(List<FaceLabels> faces, int inFile) {
    int added = 0;
    int occluded = 0;
    int absent = 0;
    int origins = 0;
    int locked = 0;
    int notes = 0;
    int tagged = 0;
    int reviewed = 0;
    for (FaceLabels face : faces) {
      for (int keypoint = 0; keypoint < face.annotation().size(); keypoint++) {
        Visibility state = face.annotation().visibility(keypoint);
        occluded += state == Visibility.OCCLUDED ? 1 : 0;
        absent += state == Visibility.ABSENT ? 1 : 0;
        added += keypoint >= inFile && face.annotation().isPlaced(keypoint) ? 1 : 0;
        origins += face.origin(keypoint).equals(Origin.FILE) ? 0 : 1;
      }
      locked += face.locked().size();
      notes += face.notes().note().isEmpty() ? 0 : 1;
      tagged += face.notes().tags().isEmpty() ? 0 : 1;
      reviewed += face.notes().reviewed() ? 1 : 0;
    }
    return new MarkCounts(occluded, absent, origins, locked, notes, tagged, reviewed, added);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return equals(new MarkCounts(0, 0, 0, 0, 0, 0, 0, 0));
  }

  /** What there is, for a sentence: "2 occluded, 1 absent and 14 origins". */
  public String describe() {
    List<String> parts = new ArrayList<>();
    add(parts, added, "added keypoint");
    add(parts, occluded, "occluded keypoint");
    add(parts, absent, "absent keypoint");
    add(parts, origins, "keypoint origin");
    add(parts, locked, "locked keypoint");
    add(parts, notes, "note");
    add(parts, tagged, "tagged face");
    add(parts, reviewed, "reviewed face");
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add("%,d %s%s".formatted(count, what, count == 1 ? "" : "s"));
    }
  }
}
