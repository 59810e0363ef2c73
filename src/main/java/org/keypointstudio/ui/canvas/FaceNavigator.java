package org.keypointstudio.ui.canvas;

/** How the workspace on show goes from face to face, and how it looks at one. */
public interface FaceNavigator {

  /** Selects the face that comes {@code steps} after the present one, or the last one there is. */
  void step(int steps);

  /** Zoom and layers of the faces on show. */
  CanvasViewModel view();
}
