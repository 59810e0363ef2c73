package org.keypointstudio.ui.canvas;

import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.ui.session.ModelEntry;

/**
 * What is to be painted: one face at one moment.
 *
 * @param transform where image pixels stand on the canvas
 * @param schema names and skeleton of the keypoints
 * @param faceIndex position of the face in the data set
 * @param annotation ground truth, with the keypoint that is being dragged where the mouse has it
 * @param models the models whose predictions are shown
 * @param selectedKeypoint index in the schema, or −1
 * @param hoveredKeypoint index in the schema, or −1
 * @param markRadius of a keypoint's mark, in canvas pixels, at any zoom
 */
public record CanvasFrame(
    ViewTransform transform,
    KeypointSchema schema,
    int faceIndex,
    Annotation annotation,
    List<ModelEntry> models,
    int selectedKeypoint,
    int hoveredKeypoint,
    double markRadius) {

  /** Canvas x of a placed keypoint. */
  public double canvasX(Annotation points, int keypoint) {
    return transform.toCanvasX(points.x(keypoint));
  }

  /** Canvas y of a placed keypoint. */
  public double canvasY(Annotation points, int keypoint) {
    return transform.toCanvasY(points.y(keypoint));
  }
}
