package org.keypointstudio.ui.shell;

import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceNavigator;
import org.keypointstudio.ui.session.StudioSession;

/** Goes through the faces that pass the session's filter, in the data set's order. */
record SessionNavigator(StudioSession session, CanvasViewModel view) implements FaceNavigator {
  @Override
  public void step(int steps) {
    session.stepFace(steps);
  }
}
