package org.keypointstudio.ui.canvas;

import javafx.scene.canvas.GraphicsContext;

/** One layer of what is drawn over a face. */
public interface Overlay {

  /** Paints the layer; the graphics context is in canvas pixels. */
  void paint(GraphicsContext graphics, CanvasFrame frame);
}
