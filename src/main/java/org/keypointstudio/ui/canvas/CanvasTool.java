package org.keypointstudio.ui.canvas;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;

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

  /** What the mouse pointer looks like at present. */
  Cursor cursor();
}
