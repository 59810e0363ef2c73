package org.keypointstudio.ui.canvas.overlays;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Overlay;

/** The schema's lines between labelled keypoints. */
public final class SkeletonOverlay implements Overlay {
  private static final Color LINE = Color.rgb(255, 255, 255, 0.7);
  private static final Color EDGE = Color.rgb(0, 0, 0, 0.5);

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    Annotation points = frame.annotation();
    for (IndexPair line : frame.schema().skeleton()) {
      if (points.isPlaced(line.first())
          && points.isPlaced(line.second())
          && frame.paintsLine(line.first(), line.second())) {
        stroke(graphics, frame, line, EDGE, 3);
        stroke(graphics, frame, line, LINE, 1.25);
      }
    }
  }

  @Override
  public boolean paintsParts() {
    return true;
  }

  @Override
  public List<Point2D> reach(CanvasFrame frame, int keypoint) {
    Annotation points = frame.annotation();
    return frame.schema().skeleton().stream()
        .filter(line -> line.first() == keypoint || line.second() == keypoint)
        .map(line -> line.first() == keypoint ? line.second() : line.first())
        .filter(points::isPlaced)
        .map(end -> new Point2D(frame.canvasX(points, end), frame.canvasY(points, end)))
        .toList();
  }

  private static void stroke(
      GraphicsContext graphics, CanvasFrame frame, IndexPair line, Color color, double width) {
    Annotation points = frame.annotation();
    graphics.setStroke(color);
    graphics.setLineWidth(width);
    graphics.strokeLine(
        frame.canvasX(points, line.first()),
        frame.canvasY(points, line.first()),
        frame.canvasX(points, line.second()),
        frame.canvasY(points, line.second()));
  }
}
