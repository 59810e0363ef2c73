package org.keypointstudio.ui.canvas;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * What the primary and secondary mouse buttons do on the canvas. Places come in image coordinates
 * (pixel indices).
 */
public interface CanvasTool {

  /** A mouse button went down. */
  void onPressed(MouseEvent event, double imageX, double imageY);

  /** The mouse moved with a button down. */
  void onDragged(MouseEvent event, double imageX, double imageY);

  /** A mouse button went up. */
  void onReleased(MouseEvent event, double imageX, double imageY);

  /** The mouse moved with no button down. */
  void onMoved(double imageX, double imageY);

  /** The mouse left the canvas. */
  void onExited();

  /**
   * The wheel turned.
   *
   * @param notches of the wheel, more than 0 away from the person
   * @return whether the tool did something; otherwise the canvas zooms
   */
  default boolean onScrolled(ScrollEvent event, double notches) {
    return false;
  }

  /** What the mouse pointer looks like at present. */
  Cursor cursor();
}
