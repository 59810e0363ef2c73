package org.keypointstudio.ui.guide;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.ui.canvas.CanvasTool;

/**
 * While the person is guided, a click places the keypoint in turn (with Shift as occluded) wherever
 * it is made; otherwise, and for the other buttons, another tool works.
 */
public final class GuidedTool implements CanvasTool {
  private final GuidedPlacingViewModel guide;
  private final CanvasTool otherwise;
  private boolean placing;

  /** The tool over another one. */
  public GuidedTool(GuidedPlacingViewModel guide, CanvasTool otherwise) {
    this.guide = guide;
    this.otherwise = otherwise;
  }

  @Override
  public void onPressed(MouseEvent event, double imageX, double imageY) {
    placing = guide.activeProperty().get() && event.getButton() == MouseButton.PRIMARY;
    if (!placing) {
      otherwise.onPressed(event, imageX, imageY);
    } else if (event.getClickCount() == 1) {
      guide.place(imageX, imageY, event.isShiftDown() ? Visibility.OCCLUDED : Visibility.VISIBLE);
    }
  }

  @Override
  public void onDragged(MouseEvent event, double imageX, double imageY) {
    if (!placing) {
      otherwise.onDragged(event, imageX, imageY);
    }
  }

  @Override
  public void onReleased(MouseEvent event, double imageX, double imageY) {
    if (!placing) {
      otherwise.onReleased(event, imageX, imageY);
    }
  }

  @Override
  public void onMoved(double imageX, double imageY) {
    otherwise.onMoved(imageX, imageY);
  }

  @Override
  public void onExited() {
    otherwise.onExited();
  }

  @Override
  public Cursor cursor() {
    return guide.activeProperty().get() ? Cursor.CROSSHAIR : otherwise.cursor();
  }
}
