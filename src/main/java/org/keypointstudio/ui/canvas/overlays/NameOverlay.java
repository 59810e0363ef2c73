package org.keypointstudio.ui.canvas.overlays;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Overlay;

/**
 * Names beside the labelled keypoints: of all, or only of the selected one and the one under the
 * mouse. A name keeps clear of the points, and of other names where there is room.
 */
public final class NameOverlay implements Overlay {
  private static final Font FONT = Font.font("Inter", 12);
  private static final Color PLATE = Color.rgb(0, 0, 0, 0.72);
  private static final double GAP = 5;
  private static final double PADDING = 4;

  /** Room that any name needs beside its point, in canvas pixels. */
  private static final double WIDEST = 240;

  private static final double HIGHEST = 40;

  private final boolean all;

  /**
   * The layer.
   *
   * @param all whether all names are shown, or only those of the keypoints in hand
   */
  public NameOverlay(boolean all) {
    this.all = all;
  }

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    Annotation points = frame.annotation();
    List<Bounds> taken = new ArrayList<>(markBounds(frame));
    for (int keypoint = 0; keypoint < points.size(); keypoint++) {
      boolean inHand = keypoint == frame.hoveredKeypoint() || keypoint == frame.selectedKeypoint();
      if (frame.paints(keypoint) && points.isPlaced(keypoint) && (all || inHand)) {
        Bounds plate = place(frame, keypoint, taken);
        taken.add(plate);
        paintName(graphics, frame.schema().displayName(keypoint), plate);
      }
    }
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
    double x = frame.canvasX(frame.annotation(), keypoint);
    double y = frame.canvasY(frame.annotation(), keypoint);
    return List.of(new Point2D(x - WIDEST, y - HIGHEST), new Point2D(x + WIDEST, y + HIGHEST));
  }

  private static List<Bounds> markBounds(CanvasFrame frame) {
    Annotation points = frame.annotation();
    double side = 2 * frame.markRadius();
    List<Bounds> marks = new ArrayList<>();
    for (int keypoint = 0; keypoint < points.size(); keypoint++) {
      if (points.isPlaced(keypoint)) {
        marks.add(
            new BoundingBox(
                frame.canvasX(points, keypoint) - side / 2,
                frame.canvasY(points, keypoint) - side / 2,
                side,
                side));
      }
    }
    return marks;
  }

  /** Beside the point where there is room; the place that covers least where there is none. */
  private static Bounds place(CanvasFrame frame, int keypoint, List<Bounds> taken) {
    Text measured = new Text(frame.schema().displayName(keypoint));
    measured.setFont(FONT);
    double width = measured.getLayoutBounds().getWidth() + 2 * PADDING;
    double height = measured.getLayoutBounds().getHeight() + PADDING;
    double x = frame.canvasX(frame.annotation(), keypoint);
    double y = frame.canvasY(frame.annotation(), keypoint);
    double away = frame.markRadius() + GAP;
    Bounds canvas = new BoundingBox(0, 0, frame.look().width(), frame.look().height());
    return Stream.of(
            new BoundingBox(x + away, y - height / 2, width, height),
            new BoundingBox(x - away - width, y - height / 2, width, height),
            new BoundingBox(x - width / 2, y - away - height, width, height),
            new BoundingBox(x - width / 2, y + away, width, height),
            new BoundingBox(x + away, y - away - height, width, height),
            new BoundingBox(x + away, y + away, width, height),
            new BoundingBox(x - away - width, y - away - height, width, height),
            new BoundingBox(x - away - width, y + away, width, height))
        .min(
            Comparator.comparingLong(
                plate ->
                    taken.stream().filter(plate::intersects).count()
                        + (canvas.contains(plate) ? 0 : 1)))
        .orElseThrow();
  }

  /** Paints a text on a plate whose left edge has its middle at a place of the canvas. */
  static void paintName(GraphicsContext graphics, String text, double left, double middle) {
    Text measured = new Text(text);
    measured.setFont(FONT);
    double width = measured.getLayoutBounds().getWidth() + 2 * PADDING;
    double height = measured.getLayoutBounds().getHeight() + PADDING;
    paintName(graphics, text, new BoundingBox(left, middle - height / 2, width, height));
  }

  private static void paintName(GraphicsContext graphics, String name, Bounds plate) {
    double left = Math.rint(plate.getMinX());
    double top = Math.rint(plate.getMinY());
    graphics.setFill(PLATE);
    graphics.fillRoundRect(left, top, plate.getWidth(), plate.getHeight(), 6, 6);
    graphics.setFill(Color.WHITE);
    graphics.setFont(FONT);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(name, left + PADDING, top + plate.getHeight() / 2);
  }
}
