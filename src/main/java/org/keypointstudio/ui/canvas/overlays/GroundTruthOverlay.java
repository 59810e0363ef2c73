package org.keypointstudio.ui.canvas.overlays;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.canvas.Overlay;

/** The labelled keypoints, with rings about the selected one and the one under the mouse. */
public final class GroundTruthOverlay implements Overlay {

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    Marks marks = new Marks(graphics, frame.markRadius());
    Annotation points = frame.annotation();
    for (int keypoint = 0; keypoint < points.size(); keypoint++) {
      if (frame.paints(keypoint) && points.isPlaced(keypoint)) {
        double x = frame.canvasX(points, keypoint);
        double y = frame.canvasY(points, keypoint);
        Color color = frame.schema().color(keypoint).map(Color::web).orElse(Marks.GROUND_TRUTH);
        marks.groundTruth(x, y, points.visibility(keypoint), color);
        if (keypoint == frame.selectedKeypoint() || frame.hand().group().contains(keypoint)) {
          marks.selection(x, y);
        } else if (keypoint == frame.hoveredKeypoint()) {
          marks.hover(x, y);
        }
      }
    }
  }

  @Override
  public boolean paintsParts() {
    return true;
  }
}
