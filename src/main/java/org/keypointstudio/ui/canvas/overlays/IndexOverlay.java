package org.keypointstudio.ui.canvas.overlays;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Overlay;

/** The position in the schema, counted from 0, below each labelled keypoint. */
public final class IndexOverlay implements Overlay {
  private static final Font FONT = Font.font("Inter", 10);
  private static final double AWAY = 8;
  private static final double ROOM = 24;

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    Annotation points = frame.annotation();
    graphics.setFont(FONT);
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setLineWidth(2.5);
    graphics.setStroke(Color.BLACK);
    graphics.setFill(Color.WHITE);
    for (int keypoint = 0; keypoint < points.size(); keypoint++) {
      if (frame.paints(keypoint) && points.isPlaced(keypoint)) {
        double x = Math.rint(frame.canvasX(points, keypoint));
        double y = Math.rint(frame.canvasY(points, keypoint) + frame.markRadius() + AWAY);
        graphics.strokeText(Integer.toString(keypoint), x, y);
        graphics.fillText(Integer.toString(keypoint), x, y);
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
    return List.of(new Point2D(x - ROOM, y), new Point2D(x + ROOM, y + ROOM));
  }
}
