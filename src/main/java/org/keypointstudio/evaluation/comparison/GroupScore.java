package org.keypointstudio.evaluation.comparison;

import java.util.List;

/**
 * Faces that have something in common, and what the models are worth on them.
 *
 * @param grouping by what the faces were divided: Rows, Pose, Brightness
 * @param name of this part
 * @param faces positions in the data set
 * @param rmse one a model, in pixels
 * @param nme one a model, as a share of the inter-ocular distance
 */
public record GroupScore(
    String grouping, String name, List<Integer> faces, List<Estimate> rmse, List<Estimate> nme) {

  /** Copies the lists. */
  public GroupScore {
    faces = List.copyOf(faces);
    rmse = List.copyOf(rmse);
    nme = List.copyOf(nme);
  }
}
