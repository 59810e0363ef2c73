package org.keypointstudio.project.compare;

import java.nio.file.Path;
import java.util.List;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.evaluation.comparison.FaceChoice;

/**
 * What a person wants to have compared.
 *
 * @param runs run folders of trained networks, one or more
 * @param faces with the labels that count
 * @param groups of the faces
 * @param choice which faces to score
 * @param flipAveraging whether a prediction is the middle of the answers for the face and for its
 *     mirror image
 */
public record ComparisonRequest(
    List<Path> runs,
    FaceDataSet faces,
    FaceGroups groups,
    FaceChoice choice,
    boolean flipAveraging) {

  /** Copies the list. */
  public ComparisonRequest {
    runs = List.copyOf(runs);
  }
}
