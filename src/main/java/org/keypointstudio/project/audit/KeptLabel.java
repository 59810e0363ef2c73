package org.keypointstudio.project.audit;

import org.keypointstudio.model.Keypoint;

/**
 * A label of which a person said that it is right, at the place where it was then. Once it is
 * somewhere else, nothing has been said about it.
 *
 * @param row of the face in the data set, counted from 0
 * @param keypoint its name in the schema
 * @param x column, in pixels
 * @param y row, in pixels
 */
public record KeptLabel(int row, String keypoint, double x, double y) {

  /** The label of a face's keypoint that has a place. */
  public static KeptLabel of(int row, String name, Keypoint keypoint) {
    return new KeptLabel(row, name, keypoint.x(), keypoint.y());
  }
}
