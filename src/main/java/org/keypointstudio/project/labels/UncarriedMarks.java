package org.keypointstudio.project.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.StoredDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;

/** What was said of faces less the states of keypoints that their data file says itself. */
final class UncarriedMarks {
  private UncarriedMarks() {}

  /** The labels of a data set's faces; what they keep besides coordinates is for the marks file. */
  static List<FaceLabels> of(FaceDataSet dataSet, List<FaceLabels> labels) {
    if (!(dataSet instanceof StoredDataSet stored)) {
      return labels;
    }
    Set<Visibility> carried = stored.carriedStates();
    boolean saysMore = carried.contains(Visibility.OCCLUDED) || carried.contains(Visibility.ABSENT);
    return saysMore
        ? labels.stream().map(face -> without(carried, dataSet.schema().size(), face)).toList()
        : labels;
  }

  private static FaceLabels without(Set<Visibility> carried, int inFile, FaceLabels face) {
    Annotation annotation = face.annotation();
    List<Keypoint> keypoints = new ArrayList<>(annotation.size());
    for (int i = 0; i < annotation.size(); i++) {
      Keypoint keypoint = annotation.keypoint(i);
      boolean says = i < inFile && carried.contains(keypoint.visibility());
      keypoints.add(says ? plain(keypoint) : keypoint);
    }
    return new FaceLabels(Annotation.of(keypoints), face.origins(), face.locked(), face.notes());
  }

  private static Keypoint plain(Keypoint keypoint) {
    return keypoint.isPlaced()
        ? Keypoint.visible(keypoint.x(), keypoint.y())
        : Keypoint.unlabelled();
  }
}
