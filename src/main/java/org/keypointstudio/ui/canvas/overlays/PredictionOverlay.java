package org.keypointstudio.ui.canvas.overlays;

import javafx.scene.canvas.GraphicsContext;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.canvas.Overlay;
import org.keypointstudio.ui.session.ModelEntry;

/** Where each shown model sees the keypoints. */
public final class PredictionOverlay implements Overlay {

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    Marks marks = new Marks(graphics, frame.markRadius());
    if (frame.part() == CanvasFrame.Part.MOVING) {
      return;
    }
    for (ModelEntry model : frame.models()) {
      model
          .prediction(frame.faceIndex())
          .ifPresent(points -> paint(marks, frame, points, model.styleIndex()));
    }
  }

  @Override
  public boolean paintsParts() {
    return true;
  }

  private static void paint(Marks marks, CanvasFrame frame, Annotation points, int styleIndex) {
    for (int keypoint = 0; keypoint < points.size(); keypoint++) {
      if (points.isPlaced(keypoint)) {
        marks.prediction(
            frame.canvasX(points, keypoint), frame.canvasY(points, keypoint), styleIndex);
      }
    }
  }
}
