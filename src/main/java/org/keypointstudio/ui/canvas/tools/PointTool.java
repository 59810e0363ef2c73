package org.keypointstudio.ui.canvas.tools;

import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.keypointstudio.ui.canvas.CanvasTool;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Selects, drags and places keypoints with the primary button; a double click on a ghost accepts
 * it, and one beside the keypoints fits the image. The secondary button changes a keypoint between
 * visible and occluded.
 */
public final class PointTool implements CanvasTool {
  private static final double REACH = 12;
  private static final double DRAG_THRESHOLD = 2;

  private final KeypointEditingViewModel editing;
  private final CanvasViewModel view;
  private final IntConsumer acceptGhost;
  private double grabOffsetX;
  private double grabOffsetY;
  private double pressX;
  private double pressY;
  private boolean holding;
  private boolean moved;
  private boolean placesOnRelease;

  /**
   * The tool over an editing model.
   *
   * @param acceptGhost makes the ghost of a keypoint its label
   */
  public PointTool(
      KeypointEditingViewModel editing, CanvasViewModel view, IntConsumer acceptGhost) {
    this.editing = editing;
    this.view = view;
    this.acceptGhost = acceptGhost;
  }

  /** How near the mouse must be to a keypoint, in image pixels. */
  private double reach() {
    return REACH / view.transformProperty().get().scale();
  }

  @Override
  public void onPressed(MouseEvent event, double imageX, double imageY) {
    int hit = editing.keypointAt(imageX, imageY, reach());
    holding = false;
    placesOnRelease = false;
    if (event.getButton() == MouseButton.SECONDARY) {
      if (hit != StudioSession.NONE) {
        editing.toggleOccluded(hit);
      }
    } else if (event.getButton() == MouseButton.PRIMARY) {
      if (event.getClickCount() == 2 && hit == StudioSession.NONE) {
        view.fit();
        return;
      }
      boolean ghostInHand = editing.isSelectedGhost(hit);
      if (ghostInHand && event.getClickCount() == 2) {
        acceptGhost.accept(hit);
        return;
      }
      editing.press(imageX, imageY, reach());
      hold(event, imageX, imageY, hit);
      placesOnRelease = ghostInHand;
    }
  }

  private void hold(MouseEvent event, double imageX, double imageY, int hit) {
    holding = hit != StudioSession.NONE;
    moved = false;
    pressX = event.getX();
    pressY = event.getY();
    if (holding) {
      editing
          .handle(hit)
          .ifPresent(
              handle -> {
                grabOffsetX = handle.x() - imageX;
                grabOffsetY = handle.y() - imageY;
              });
    }
  }

  @Override
  public void onDragged(MouseEvent event, double imageX, double imageY) {
    moved = moved || Math.hypot(event.getX() - pressX, event.getY() - pressY) >= DRAG_THRESHOLD;
    if (holding && moved) {
      editing.dragTo(imageX + grabOffsetX, imageY + grabOffsetY);
    }
  }

  @Override
  public void onReleased(MouseEvent event, double imageX, double imageY) {
    if (holding && placesOnRelease && !moved) {
      editing.placeSelected(imageX, imageY);
    } else if (holding) {
      editing.drop();
    }
    holding = false;
    placesOnRelease = false;
  }

  @Override
  public void onMoved(double imageX, double imageY) {
    editing.hoveredKeypointProperty().set(editing.keypointAt(imageX, imageY, reach()));
  }

  @Override
  public void onExited() {
    editing.hoveredKeypointProperty().set(StudioSession.NONE);
  }

  @Override
  public Cursor cursor() {
    return editing.hoveredKeypointProperty().get() == StudioSession.NONE
        ? Cursor.CROSSHAIR
        : Cursor.HAND;
  }
}
