package org.keypointstudio.examples;

import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Overlay;

/** The worked example of docs/how-to/add-an-overlay.md: a cross at the mean of all points. */
final class CentreOverlay implements Overlay {
  private static final double ARM = 10;

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    Annotation points = frame.annotation();
    int[] placed = IntStream.range(0, points.size()).filter(points::isPlaced).toArray();
    if (placed.length == 0) {
      return;
    }
    double x = IntStream.of(placed).mapToDouble(i -> frame.canvasX(points, i)).average().orElse(0);
    double y = IntStream.of(placed).mapToDouble(i -> frame.canvasY(points, i)).average().orElse(0);
    graphics.setStroke(Color.WHITE);
    graphics.setLineWidth(2);
    graphics.strokeLine(x - ARM, y, x + ARM, y);
    graphics.strokeLine(x, y - ARM, x, y + ARM);
  }
}
