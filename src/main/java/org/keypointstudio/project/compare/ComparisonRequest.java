package org.keypointstudio.project.compare;

import java.nio.file.Path;
import java.util.List;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.evaluation.comparison.FaceChoice;
import org.keypointstudio.project.labels.LabelledDataSet;

/**
 * What a person wants to have compared.
 *
 * @param runs run folders of trained networks, one or more
 * @param data the faces with the labels that count; excluded ones are not scored
 * @param groups of the faces
 * @param choice which faces to score
 * @param flipAveraging whether a prediction is the middle of the answers for the face and for its
 *     mirror image
 */
public record ComparisonRequest(
    List<Path> runs,
    LabelledDataSet data,
    FaceGroups groups,
    FaceChoice choice,
    boolean flipAveraging) {

  /** Copies the list. */
  public ComparisonRequest {
    runs = List.copyOf(runs);
  }
}
