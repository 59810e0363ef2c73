package org.keypointstudio.ui.canvas.overlays;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Overlay;
import org.keypointstudio.ui.canvas.tools.SelectionBox;
import org.keypointstudio.ui.canvas.tools.SelectionBox.Handle;

/** The frame about keypoints that are selected together, with its handles. */
public final class SelectionBoxOverlay implements Overlay {
  private static final Color EDGE = Color.rgb(0, 0, 0, 0.65);

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    boolean moves = !frame.hand().moving().isEmpty();
    boolean mine =
        frame.part() == CanvasFrame.Part.ALL || moves == (frame.part() == CanvasFrame.Part.MOVING);
    box(frame).filter(_ -> mine).ifPresent(box -> paint(graphics, frame, box));
  }

  private static Optional<SelectionBox> box(CanvasFrame frame) {
    return SelectionBox.about(frame.annotation(), frame.hand().group());
  }

  private static void paint(GraphicsContext graphics, CanvasFrame frame, SelectionBox box) {
    Point2D first = box.place(Handle.TOP_LEFT, frame.transform());
    Point2D last = box.place(Handle.BOTTOM_RIGHT, frame.transform());
    Point2D turn = box.place(Handle.TURN, frame.transform());
    for (double width : new double[] {3, 1}) {
      graphics.setStroke(width > 1 ? EDGE : Color.WHITE);
      graphics.setLineWidth(width);
      graphics.strokeRect(
          snapped(first.getX()),
          snapped(first.getY()),
          Math.rint(last.getX() - first.getX()),
          Math.rint(last.getY() - first.getY()));
      graphics.strokeLine(snapped(turn.getX()), turn.getY(), snapped(turn.getX()), first.getY());
    }
    for (Handle handle : Handle.values()) {
      handle(graphics, box.place(handle, frame.transform()), handle == Handle.TURN);
    }
  }

  /** On the middle of a pixel a thin line is sharp. */
  private static double snapped(double coordinate) {
    return Math.floor(coordinate) + 0.5;
  }

  private static void handle(GraphicsContext graphics, Point2D place, boolean round) {
    double x = Math.rint(place.getX()) - SelectionBox.HANDLE;
    double y = Math.rint(place.getY()) - SelectionBox.HANDLE;
    double side = 2 * SelectionBox.HANDLE;
    double arc = round ? side : 3;
    graphics.setFill(EDGE);
    graphics.fillRoundRect(x - 1, y - 1, side + 2, side + 2, arc + 2, arc + 2);
    graphics.setFill(Color.WHITE);
    graphics.fillRoundRect(x, y, side, side, arc, arc);
  }

  @Override
  public boolean paintsParts() {
    return true;
  }

  @Override
  public boolean fades() {
    return false;
  }

  @Override
  public List<Point2D> reach(CanvasFrame frame, int keypoint) {
    return box(frame).stream()
        .flatMap(
            box -> Stream.of(Handle.values()).map(handle -> box.place(handle, frame.transform())))
        .toList();
  }
}
