package org.keypointstudio.generate;

import java.util.List;

/**
 * A deliberately wrong label in a generated file.
 *
 * @param row of the file, counted from 0 without the header
 * @param kind what was done
 * @param keypoints the keypoints that are wrong, each with where it really is
 */
public record WrongLabel(int row, WrongLabelKind kind, List<TruePlace> keypoints) {

  /** A wrong label that keeps its own copy of the list. */
  public WrongLabel {
    keypoints = List.copyOf(keypoints);
  }

  /**
   * Where a keypoint really is.
   *
   * @param keypoint its name in the schema
   * @param x in pixels
   * @param y in pixels
   */
  public record TruePlace(String keypoint, double x, double y) {}
}
