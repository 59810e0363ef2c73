package org.keypointstudio.ui.canvas.overlays;

import java.util.Optional;
import java.util.function.IntFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Overlay;

/** A faint trace of where the keypoints were when the face was loaded, where they are elsewhere. */
public final class PreviousOverlay implements Overlay {
  private static final Color TRACE = Color.rgb(255, 255, 255, 0.75);
  private static final Color EDGE = Color.rgb(0, 0, 0, 0.4);

  private final IntFunction<Optional<Annotation>> before;

  /**
   * The layer.
   *
   * @param before the annotation of a face as it was loaded
   */
  public PreviousOverlay(IntFunction<Optional<Annotation>> before) {
    this.before = before;
  }

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    if (frame.part() != CanvasFrame.Part.MOVING) {
      before.apply(frame.faceIndex()).ifPresent(points -> paint(graphics, frame, points));
    }
  }

  private static void paint(GraphicsContext graphics, CanvasFrame frame, Annotation points) {
    graphics.save();
    graphics.setLineDashes(3, 3);
    for (int keypoint = 0; keypoint < points.size(); keypoint++) {
      boolean moved =
          frame.hand().moving().contains(keypoint)
              || !points.keypoint(keypoint).equals(frame.annotation().keypoint(keypoint));
      if (points.isPlaced(keypoint) && moved) {
        stroke(graphics, frame, points, keypoint, EDGE, 3);
        stroke(graphics, frame, points, keypoint, TRACE, 1.25);
      }
    }
    graphics.restore();
  }

  private static void stroke(
      GraphicsContext graphics,
      CanvasFrame frame,
      Annotation points,
      int keypoint,
      Color color,
      double width) {
    double x = frame.canvasX(points, keypoint);
    double y = frame.canvasY(points, keypoint);
    double radius = frame.markRadius();
    graphics.setStroke(color);
    graphics.setLineWidth(width);
    graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    if (frame.annotation().isPlaced(keypoint) && !frame.hand().moving().contains(keypoint)) {
      graphics.strokeLine(
          x,
          y,
          frame.canvasX(frame.annotation(), keypoint),
          frame.canvasY(frame.annotation(), keypoint));
    }
  }

  @Override
  public boolean paintsParts() {
    return true;
  }
}
