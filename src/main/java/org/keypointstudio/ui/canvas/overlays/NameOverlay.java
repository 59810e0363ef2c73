package org.keypointstudio.ui.canvas.overlays;

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
 * mouse. A name never covers its point.
 */
public final class NameOverlay implements Overlay {
  private static final Font FONT = Font.font(12);
  private static final Color PLATE = Color.rgb(0, 0, 0, 0.72);
  private static final double GAP = 8;
  private static final double PADDING = 4;

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
    for (int keypoint = 0; keypoint < points.size(); keypoint++) {
      boolean inHand = keypoint == frame.hoveredKeypoint() || keypoint == frame.selectedKeypoint();
      if (points.isPlaced(keypoint) && (all || inHand)) {
        paintName(
            graphics,
            frame.schema().displayName(keypoint),
            frame.canvasX(points, keypoint),
            frame.canvasY(points, keypoint),
            frame.markRadius());
      }
    }
  }

  private static void paintName(
      GraphicsContext graphics, String name, double x, double y, double markRadius) {
    Text measured = new Text(name);
    measured.setFont(FONT);
    double width = measured.getLayoutBounds().getWidth() + 2 * PADDING;
    double height = measured.getLayoutBounds().getHeight() + PADDING;
    double offset = markRadius + GAP;
    boolean roomAtRight = x + offset + width < graphics.getCanvas().getWidth();
    double left = Math.rint(roomAtRight ? x + offset : x - offset - width);
    double top = Math.rint(y - height / 2);
    graphics.setFill(PLATE);
    graphics.fillRoundRect(left, top, width, height, 6, 6);
    graphics.setFill(Color.WHITE);
    graphics.setFont(FONT);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(name, left + PADDING, top + height / 2);
  }
}
