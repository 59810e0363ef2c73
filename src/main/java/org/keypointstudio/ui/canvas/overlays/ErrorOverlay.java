package org.keypointstudio.ui.canvas.overlays;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.canvas.Overlay;
import org.keypointstudio.ui.session.ModelEntry;

/** Lines from each labelled keypoint to where each shown model sees it. */
public final class ErrorOverlay implements Overlay {

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    Marks marks = new Marks(graphics, frame.markRadius());
    for (ModelEntry model : frame.models()) {
      model.prediction(frame.faceIndex()).ifPresent(points -> paint(marks, frame, points));
    }
  }

  @Override
  public boolean paintsParts() {
    return true;
  }

  @Override
  public List<Point2D> reach(CanvasFrame frame, int keypoint) {
    return frame.models().stream()
        .flatMap(model -> model.prediction(frame.faceIndex()).stream())
        .filter(points -> points.isPlaced(keypoint))
        .map(
            points -> new Point2D(frame.canvasX(points, keypoint), frame.canvasY(points, keypoint)))
        .toList();
  }

  private static void paint(Marks marks, CanvasFrame frame, Annotation predicted) {
    Annotation truth = frame.annotation();
    for (int keypoint = 0; keypoint < truth.size(); keypoint++) {
      if (frame.paints(keypoint) && truth.isPlaced(keypoint) && predicted.isPlaced(keypoint)) {
        marks.error(
            frame.canvasX(truth, keypoint),
            frame.canvasY(truth, keypoint),
            frame.canvasX(predicted, keypoint),
            frame.canvasY(predicted, keypoint));
      }
    }
  }
}
