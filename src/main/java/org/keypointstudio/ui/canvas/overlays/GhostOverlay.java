package org.keypointstudio.ui.canvas.overlays;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.canvas.GraphicsContext;
import org.keypointstudio.ghost.Ghost;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.canvas.Overlay;

/** Where missing keypoints probably are; the one under the mouse is named. */
public final class GhostOverlay implements Overlay {
  private static final double NAME_GAP = 14;

  private final Supplier<List<Ghost>> ghosts;

  /**
   * The layer.
   *
   * @param ghosts of the face that is painted
   */
  public GhostOverlay(Supplier<List<Ghost>> ghosts) {
    this.ghosts = ghosts;
  }

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    if (frame.part() == CanvasFrame.Part.MOVING) {
      return;
    }
    Marks marks = new Marks(graphics, frame.markRadius());
    for (Ghost ghost : ghosts.get()) {
      if (!frame.annotation().isPlaced(ghost.keypoint())) {
        paint(graphics, marks, frame, ghost);
      }
    }
  }

  private static void paint(GraphicsContext graphics, Marks marks, CanvasFrame frame, Ghost ghost) {
    double x = frame.transform().toCanvasX(ghost.x());
    double y = frame.transform().toCanvasY(ghost.y());
    boolean selected = ghost.keypoint() == frame.selectedKeypoint();
    boolean hovered = ghost.keypoint() == frame.hoveredKeypoint();
    marks.ghost(x, y);
    if (selected) {
      marks.selection(x, y);
    } else if (hovered) {
      marks.hover(x, y);
    }
    if (hovered) {
      String text = frame.schema().displayName(ghost.keypoint()) + ": ghost";
      NameOverlay.paintName(graphics, text, x + NAME_GAP, y);
    }
  }

  @Override
  public boolean paintsParts() {
    return true;
  }
}
