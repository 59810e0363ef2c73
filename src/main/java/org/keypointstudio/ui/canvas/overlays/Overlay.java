package org.keypointstudio.ui.canvas.overlays;

import javafx.scene.canvas.GraphicsContext;
import org.keypointstudio.ui.canvas.CanvasFrame;

/** One layer of what is drawn over a face. */
public interface Overlay {

  /** Paints the layer; the graphics context is in canvas pixels. */
  void paint(GraphicsContext graphics, CanvasFrame frame);
}
