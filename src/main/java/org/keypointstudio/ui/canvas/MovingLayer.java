package org.keypointstudio.ui.canvas;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/**
 * The keypoints that are dragged, on a canvas only as large as they need: the screen is renewed
 * where they are, and nowhere else.
 */
final class MovingLayer {
  private static final double MARGIN = 16;

  /** Sizes go by steps, since a canvas that changes its size costs more than a larger one. */
  private static final double SIZE_STEP = 128;

  private final Canvas node = new Canvas();

  MovingLayer() {
    node.setManaged(false);
    node.setMouseTransparent(true);
  }

  Canvas node() {
    return node;
  }

  /** Paints the moving part of a frame; nothing if nothing moves. */
  void paint(CanvasFrame frame, List<Overlay> overlays) {
    boolean anything = !frame.hand().moving().isEmpty();
    node.setVisible(anything);
    if (!anything) {
      return;
    }
    cover(frame, overlays);
    GraphicsContext graphics = node.getGraphicsContext2D();
    graphics.clearRect(0, 0, node.getWidth(), node.getHeight());
    graphics.save();
    graphics.translate(-node.getLayoutX(), -node.getLayoutY());
    for (Overlay overlay : overlays) {
      graphics.setGlobalAlpha(overlay.fades() ? frame.look().markOpacity() : 1);
      overlay.paint(graphics, frame);
    }
    graphics.restore();
  }

  private void cover(CanvasFrame frame, List<Overlay> overlays) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int keypoint : frame.hand().moving()) {
      double x = frame.canvasX(frame.annotation(), keypoint);
      double y = frame.canvasY(frame.annotation(), keypoint);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (Overlay overlay : overlays) {
        for (Point2D place : overlay.reach(frame, keypoint)) {
          left = Math.min(left, place.getX());
          right = Math.max(right, place.getX());
          top = Math.min(top, place.getY());
          bottom = Math.max(bottom, place.getY());
        }
      }
    }
    double margin = MARGIN + frame.markRadius();
    double x = Math.floor(Math.clamp(left - margin, 0, frame.look().width()));
    double y = Math.floor(Math.clamp(top - margin, 0, frame.look().height()));
    node.relocate(x, y);
    node.setWidth(side(right + margin - x, frame.look().width() - x));
    node.setHeight(side(bottom + margin - y, frame.look().height() - y));
  }

  private static double side(double needed, double room) {
    return Math.max(0, Math.min(Math.ceil(needed / SIZE_STEP) * SIZE_STEP, room));
  }
}
