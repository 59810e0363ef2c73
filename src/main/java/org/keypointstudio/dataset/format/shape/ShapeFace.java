package org.keypointstudio.dataset.format.shape;

import java.util.Map;
import java.util.Optional;

/**
 * The shapes of one face.
 *
 * @param group that they share; empty if none is given
 * @param points by the names of their keypoints
 * @param box around the face
 */
record ShapeFace(
    String group, Map<String, ImageShapes.Point> points, Optional<ImageShapes.Box> box) {

  /** Copies the map. */
  ShapeFace {
    points = Map.copyOf(points);
  }
}
