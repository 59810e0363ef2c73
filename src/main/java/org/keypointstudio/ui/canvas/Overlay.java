package org.keypointstudio.ui.canvas;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;

/** One layer of what is drawn over a face. */
public interface Overlay {

  /**
   * Paints the layer; the graphics context is in canvas pixels, however small a part of the canvas
   * it covers.
   */
  void paint(GraphicsContext graphics, CanvasFrame frame);

  /**
   * Whether the layer paints only the frame's part. The canvas then paints what stands still once
   * and what is dragged for each movement of the mouse; a layer that cannot tell them apart is
   * painted anew each time.
   */
  default boolean paintsParts() {
    return false;
  }

  /**
   * The places, in canvas pixels, that the layer paints on for a dragged keypoint besides the mark
   * itself: the ends of its lines, the corners of its name.
   */
  default List<Point2D> reach(CanvasFrame frame, int keypoint) {
    return List.of();
  }

  /** Whether all that the layer paints for a frame goes with the face when it is panned. */
  default boolean goesWithFace(CanvasFrame frame) {
    return true;
  }

  /** Whether the opacity that a person chose for points holds for this layer. */
  default boolean fades() {
    return true;
  }
}
