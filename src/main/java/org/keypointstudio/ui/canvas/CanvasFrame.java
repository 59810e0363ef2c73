package org.keypointstudio.ui.canvas;

import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.ui.session.ModelEntry;

/**
 * What is to be painted: one face at one moment.
 *
 * @param look where and how it is drawn
 * @param schema names and skeleton of the keypoints
 * @param faceIndex position of the face in the data set
 * @param annotation ground truth, with what is dragged where the mouse has it
 * @param models the models whose predictions are shown
 * @param hand the keypoints a person is busy with
 * @param part which of the keypoints are to be painted now
 */
public record CanvasFrame(
    CanvasLook look,
    KeypointSchema schema,
    int faceIndex,
    Annotation annotation,
    List<ModelEntry> models,
    KeypointsInHand hand,
    Part part) {

  /** Which keypoints are to be painted. */
  public enum Part {
    /** All of them. */
    ALL,
    /** Those that stand still while others are dragged. */
    STILL,
    /** Those that are dragged. */
    MOVING
  }

  /** This frame with only a part of its keypoints. */
  public CanvasFrame withPart(Part newPart) {
    return new CanvasFrame(look, schema, faceIndex, annotation, models, hand, newPart);
  }

  /** Whether a keypoint is to be painted now. */
  public boolean paints(int keypoint) {
    return switch (part) {
      case ALL -> true;
      case STILL -> !hand.moving().contains(keypoint);
      case MOVING -> hand.moving().contains(keypoint);
    };
  }

  /** Whether a line between two keypoints is to be painted now: it moves if one end does. */
  public boolean paintsLine(int first, int second) {
    boolean moves = hand.moving().contains(first) || hand.moving().contains(second);
    return part == Part.ALL || moves == (part == Part.MOVING);
  }

  /** Where image pixels stand on the canvas. */
  public ViewTransform transform() {
    return look.transform();
  }

  /** The radius of a keypoint's mark, in canvas pixels. */
  public double markRadius() {
    return look.markRadius();
  }

  /** Index of the selected keypoint in the schema, or −1. */
  public int selectedKeypoint() {
    return hand.selected();
  }

  /** Index of the keypoint under the mouse in the schema, or −1. */
  public int hoveredKeypoint() {
    return hand.hovered();
  }

  /** Canvas x of a placed keypoint. */
  public double canvasX(Annotation points, int keypoint) {
    return transform().toCanvasX(points.x(keypoint));
  }

  /** Canvas y of a placed keypoint. */
  public double canvasY(Annotation points, int keypoint) {
    return transform().toCanvasY(points.y(keypoint));
  }
}
