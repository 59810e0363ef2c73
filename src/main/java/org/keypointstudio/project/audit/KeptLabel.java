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

  /** Coordinates are told apart down to this part of a pixel: files may round them. */
  private static final double PARTS = 1024;

  /** The label of a face's keypoint that has a place, as files of any format give it back. */
  public static KeptLabel of(int row, String name, Keypoint keypoint) {
    return new KeptLabel(row, name, rounded(keypoint.x()), rounded(keypoint.y()));
  }

  private static double rounded(double coordinate) {
    // Minus zero is zero in a file.
    return Math.rint(coordinate * PARTS) / PARTS + 0.0;
  }
}
