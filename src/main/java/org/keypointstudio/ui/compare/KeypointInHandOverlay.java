package org.keypointstudio.ui.compare;

import javafx.scene.canvas.GraphicsContext;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.canvas.Overlay;
import org.keypointstudio.ui.session.ModelEntry;

/**
 * Rings about the selected keypoint and the one under the mouse where only a model places them: a
 * labelled keypoint has its ring about the label.
 */
final class KeypointInHandOverlay implements Overlay {

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    Marks marks = new Marks(graphics, frame.markRadius());
    for (ModelEntry model : frame.models()) {
      model
          .prediction(frame.faceIndex())
          .ifPresent(
              points -> {
                if (isUnlabelled(frame, frame.selectedKeypoint(), points)) {
                  marks.selection(
                      frame.canvasX(points, frame.selectedKeypoint()),
                      frame.canvasY(points, frame.selectedKeypoint()));
                }
                if (isUnlabelled(frame, frame.hoveredKeypoint(), points)) {
                  marks.hover(
                      frame.canvasX(points, frame.hoveredKeypoint()),
                      frame.canvasY(points, frame.hoveredKeypoint()));
                }
              });
    }
  }

  @Override
  public boolean paintsParts() {
    return true;
  }

  private static boolean isUnlabelled(CanvasFrame frame, int keypoint, Annotation predicted) {
    return keypoint >= 0 && !frame.annotation().isPlaced(keypoint) && predicted.isPlaced(keypoint);
  }
}
