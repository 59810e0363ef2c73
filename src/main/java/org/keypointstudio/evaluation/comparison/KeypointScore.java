package org.keypointstudio.evaluation.comparison;

import java.util.List;

/**
 * How well the models place one keypoint.
 *
 * @param keypoint index in the schema
 * @param faces in which it is labelled
 * @param rmse one a model, in pixels
 */
public record KeypointScore(int keypoint, int faces, List<Estimate> rmse) {

  /** Copies the list. */
  public KeypointScore {
    rmse = List.copyOf(rmse);
  }
}
