package org.keypointstudio.ui.canvas;

/** What of a canvas can be turned on and off: layers over the face, and habits. */
public enum CanvasSwitch {
  /** The labelled keypoints. */
  GROUND_TRUTH(true),
  /** Where the shown models see the keypoints. */
  PREDICTIONS(true),
  /** Lines from labels to predictions. */
  ERRORS(false),
  /** The schema's lines. */
  SKELETON(false),
  /** The names of all keypoints, not only of those in hand. */
  NAMES(false),
  /** The positions of the keypoints in the schema. */
  INDICES(false),
  /** Where the selected keypoint lies in all faces. */
  HEAT_MAP(false),
  /** The mean of all faces, over this one. */
  MEAN_FACE(false),
  /** Where the keypoints were when the face was loaded. */
  PREVIOUS(false),
  /** Which mark is whose. */
  LEGEND(true),
  /** The whole face in a corner, while only a part of it is seen. */
  MINIMAP(true),
  /** The place of a dragged keypoint, enlarged. */
  MAGNIFIER(true),
  /** Placed and dragged keypoints go to the nearest whole pixel. */
  SNAP(false),
  /** Enlarged pixels are blended into each other instead of staying crisp. */
  SMOOTH(false);

  private final boolean usual;

  CanvasSwitch(boolean usual) {
    this.usual = usual;
  }

  /** Whether it is on before anybody touched it. */
  public boolean isUsual() {
    return usual;
  }
}
