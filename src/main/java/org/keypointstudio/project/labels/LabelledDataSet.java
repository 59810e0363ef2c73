package org.keypointstudio.project.labels;

import java.util.List;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.FaceLabels;

/**
 * A data set with everything that is known of its faces.
 *
 * @param dataSet faces, images and annotations, in which occluded and absent keypoints are marked
 * @param labels one a face
 * @param messages sentences for the person: marks that could not be used, where marks went
 */
public record LabelledDataSet(FaceDataSet dataSet, List<FaceLabels> labels, List<String> messages) {

  /** Copies the lists. */
  public LabelledDataSet {
    labels = List.copyOf(labels);
    messages = List.copyOf(messages);
  }
}
