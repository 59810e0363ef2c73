package org.keypointstudio.ui.canvas.tools;

import java.util.Collection;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.ViewTransform;

/**
 * The frame about the selected keypoints, with handles that scale and turn them. In image
 * coordinates; its handles stand a fixed distance of canvas pixels outside.
 *
 * @param left least x of the keypoints
 * @param top least y
 * @param right greatest x
 * @param bottom greatest y
 */
public record SelectionBox(double left, double top, double right, double bottom) {
  /** How far the frame is drawn outside the outermost keypoints, in canvas pixels. */
  public static final double PADDING = 16;

  /** How far the handle that turns stands above the frame, in canvas pixels. */
  public static final double STEM = 28;

  /** Half of a handle's side, in canvas pixels. */
  public static final double HANDLE = 5;

  /** Where the frame can be taken hold of. */
  public enum Handle {
    /** Scales about the bottom right corner. */
    TOP_LEFT,
    /** Scales about the bottom left corner. */
    TOP_RIGHT,
    /** Scales about the top left corner. */
    BOTTOM_RIGHT,
    /** Scales about the top right corner. */
    BOTTOM_LEFT,
    /** Turns about the middle. */
    TURN
  }

  /** The frame about these keypoints; empty if fewer than two of them have a place. */
  public static Optional<SelectionBox> about(Annotation annotation, Collection<Integer> keypoints) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    int placed = 0;
    for (int keypoint : keypoints) {
      if (annotation.isPlaced(keypoint)) {
        placed++;
        left = Math.min(left, annotation.x(keypoint));
        right = Math.max(right, annotation.x(keypoint));
        top = Math.min(top, annotation.y(keypoint));
        bottom = Math.max(bottom, annotation.y(keypoint));
      }
    }
    return placed < 2 ? Optional.empty() : Optional.of(new SelectionBox(left, top, right, bottom));
  }

  /** The middle, in image coordinates. */
  public Point2D centre() {
    return new Point2D((left + right) / 2, (top + bottom) / 2);
  }

  /** The place that stays while a handle is dragged, in image coordinates. */
  public Point2D pivot(Handle handle) {
    return switch (handle) {
      case TOP_LEFT -> new Point2D(right, bottom);
      case TOP_RIGHT -> new Point2D(left, bottom);
      case BOTTOM_RIGHT -> new Point2D(left, top);
      case BOTTOM_LEFT -> new Point2D(right, top);
      case TURN -> centre();
    };
  }

  /** Where a handle stands, in canvas pixels. */
  public Point2D place(Handle handle, ViewTransform transform) {
    double x0 = transform.toCanvasX(left) - PADDING;
    double y0 = transform.toCanvasY(top) - PADDING;
    double x1 = transform.toCanvasX(right) + PADDING;
    double y1 = transform.toCanvasY(bottom) + PADDING;
    return switch (handle) {
      case TOP_LEFT -> new Point2D(x0, y0);
      case TOP_RIGHT -> new Point2D(x1, y0);
      case BOTTOM_RIGHT -> new Point2D(x1, y1);
      case BOTTOM_LEFT -> new Point2D(x0, y1);
      case TURN -> new Point2D((x0 + x1) / 2, y0 - STEM);
    };
  }

  /** The handle at a place of the canvas; empty if there is none. */
  public Optional<Handle> handleAt(Point2D canvasPlace, ViewTransform transform) {
    Optional<Handle> found = Optional.empty();
    double least = 2 * HANDLE;
    for (Handle handle : Handle.values()) {
      double distance = place(handle, transform).distance(canvasPlace);
      if (distance <= least) {
        least = distance;
        found = Optional.of(handle);
      }
    }
    return found;
  }
}
