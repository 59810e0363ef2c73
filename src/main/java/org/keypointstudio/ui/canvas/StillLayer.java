package org.keypointstudio.ui.canvas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/**
 * What lies over a face and is not dragged. Like the face it is painted some way beyond what is
 * seen, and then only moved while the face is panned.
 */
final class StillLayer {
  private static final double MARGIN = ImageLayer.MARGIN;

  private final Canvas node = new Canvas();
  private Optional<CanvasLook> painted = Optional.empty();
  private Set<Integer> movingWhenPainted = Set.of();

  StillLayer() {
    node.setManaged(false);
    node.setMouseTransparent(true);
  }

  Canvas node() {
    return node;
  }

  /** What was painted is out of date. */
  void invalidate() {
    painted = Optional.empty();
  }

  /** Shows nothing. */
  void clear() {
    invalidate();
    node.getGraphicsContext2D().clearRect(0, 0, node.getWidth(), node.getHeight());
  }

  /**
   * Shows what of a frame stands still.
   *
   * @param screenScale pixels of the screen per canvas pixel
   */
  void show(CanvasFrame frame, List<Overlay> overlays, double screenScale) {
    boolean movable = overlays.stream().allMatch(overlay -> overlay.goesWithFace(frame));
    boolean separable =
        frame.hand().moving().isEmpty() || overlays.stream().allMatch(Overlay::paintsParts);
    Optional<Point2D> shift =
        painted
            .filter(_ -> separable && frame.hand().moving().equals(movingWhenPainted))
            .flatMap(before -> frame.look().shiftFrom(before, screenScale))
            .filter(by -> by.equals(Point2D.ZERO) || (movable && isWithinMargin(by)));
    if (shift.isEmpty()) {
      paint(frame, overlays);
    }
    node.relocate(
        shift.map(Point2D::getX).orElse(0.0) - MARGIN,
        shift.map(Point2D::getY).orElse(0.0) - MARGIN);
  }

  private static boolean isWithinMargin(Point2D shift) {
    return Math.abs(shift.getX()) <= MARGIN && Math.abs(shift.getY()) <= MARGIN;
  }

  private void paint(CanvasFrame frame, List<Overlay> overlays) {
    node.setWidth(frame.look().width() + 2 * MARGIN);
    node.setHeight(frame.look().height() + 2 * MARGIN);
    GraphicsContext graphics = node.getGraphicsContext2D();
    graphics.clearRect(0, 0, node.getWidth(), node.getHeight());
    graphics.save();
    graphics.translate(MARGIN, MARGIN);
    CanvasFrame part = frame.withPart(CanvasFrame.Part.STILL);
    for (Overlay overlay : overlays) {
      graphics.setGlobalAlpha(overlay.fades() ? frame.look().markOpacity() : 1);
      overlay.paint(graphics, part);
    }
    graphics.restore();
    painted = Optional.of(frame.look());
    movingWhenPainted = frame.hand().moving();
  }
}
