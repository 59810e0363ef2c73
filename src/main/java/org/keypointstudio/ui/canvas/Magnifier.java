package org.keypointstudio.ui.canvas;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/** The pixels about a dragged keypoint, large and crisp, beside the mouse. */
final class Magnifier extends Canvas {
  private static final double SIZE = 152;
  private static final double LEAST_ENLARGEMENT = 8;
  private static final double BEYOND_ZOOM = 2.5;
  private static final double AWAY = 36;
  private static final double GAP = 7;
  private static final double ARM = 26;

  Magnifier() {
    super(SIZE, SIZE);
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /** Shows what is about the selected keypoint while it moves; nothing otherwise. */
  void show(Optional<Image> image, CanvasFrame frame, boolean wanted) {
    int keypoint = frame.selectedKeypoint();
    boolean shown = wanted && image.isPresent() && frame.hand().moving().contains(keypoint);
    setVisible(shown);
    if (shown) {
      place(frame, keypoint);
      paint(image.get(), frame, keypoint);
    }
  }

  /** Above the keypoint to the right, or wherever there is room. */
  private void place(CanvasFrame frame, int keypoint) {
    double x = frame.canvasX(frame.annotation(), keypoint);
    double y = frame.canvasY(frame.annotation(), keypoint);
    boolean roomAtRight = x + AWAY + SIZE <= frame.look().width();
    boolean roomAbove = y - AWAY - SIZE >= 0;
    relocate(
        Math.rint(roomAtRight ? x + AWAY : x - AWAY - SIZE),
        Math.rint(roomAbove ? y - AWAY - SIZE : y + AWAY));
  }

  private void paint(Image image, CanvasFrame frame, int keypoint) {
    GraphicsContext graphics = getGraphicsContext2D();
    double enlargement = Math.max(LEAST_ENLARGEMENT, BEYOND_ZOOM * frame.transform().scale());
    graphics.setFill(Color.BLACK);
    graphics.fillRect(0, 0, SIZE, SIZE);
    graphics.setImageSmoothing(false);
    graphics.drawImage(
        image,
        SIZE / 2 - (frame.annotation().x(keypoint) + 0.5) * enlargement,
        SIZE / 2 - (frame.annotation().y(keypoint) + 0.5) * enlargement,
        image.getWidth() * enlargement,
        image.getHeight() * enlargement);
    crossHair(graphics, Color.BLACK, 3);
    crossHair(graphics, Marks.GROUND_TRUTH, 1);
    graphics.setStroke(Color.BLACK);
    graphics.setLineWidth(4);
    graphics.strokeRect(0, 0, SIZE, SIZE);
    graphics.setStroke(Color.WHITE);
    graphics.setLineWidth(1);
    graphics.strokeRect(1.5, 1.5, SIZE - 3, SIZE - 3);
  }

  /** Open in the middle, so that the pixel in question is seen. */
  private static void crossHair(GraphicsContext graphics, Color color, double width) {
    double centre = SIZE / 2;
    graphics.setStroke(color);
    graphics.setLineWidth(width);
    graphics.strokeLine(centre - ARM, centre, centre - GAP, centre);
    graphics.strokeLine(centre + GAP, centre, centre + ARM, centre);
    graphics.strokeLine(centre, centre - ARM, centre, centre - GAP);
    graphics.strokeLine(centre, centre + GAP, centre, centre + ARM);
    graphics.setFill(color);
    graphics.fillOval(centre - width, centre - width, 2 * width, 2 * width);
  }
}
