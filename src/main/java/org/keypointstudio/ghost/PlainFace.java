package org.keypointstudio.ghost;

import java.util.Optional;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;

/**
 * A drawn face on which the keypoints of the usual schemas have their places: it shows where a
 * keypoint goes before anybody has labelled one.
 */
public final class PlainFace {
  /** How many units of {@link FaceCurves} the picture's side takes. */
  private static final double UNITS = 2.5;

  /** The middle of the drawn head, in units of {@link FaceCurves}. */
  private static final double MIDDLE_Y = -0.06;

  private PlainFace() {}

  /**
   * A plain face for a schema.
   *
   * @param side of the square picture, in pixels
   * @return empty if no keypoint of the schema is known by its name, or by its place in a preset
   */
  public static Optional<ReferenceFace> of(KeypointSchema schema, int side) {
    Annotation places = PlainFacePlaces.of(schema);
    if (places.placedCount() == 0) {
      return Optional.empty();
    }
    double scale = side / UNITS;
    double middle = (side - 1) / 2.0;
    Similarity toPicture = new Similarity(scale, 0, middle, middle - scale * MIDDLE_Y);
    return Optional.of(
        new ReferenceFace(PlainFaceDrawing.draw(side, toPicture), toPicture.applyTo(places)));
  }

  /**
   * A face with the keypoints that it lacks put where a plain face has them.
   *
   * @param face of the schema; given back as it is if a plain face shares fewer than two keypoints
   *     with it
   */
  public static ReferenceFace complete(ReferenceFace face, KeypointSchema schema) {
    Annotation places = PlainFacePlaces.of(schema);
    Annotation points = face.points();
    int shared = 0;
    for (int k = 0; k < points.size(); k++) {
      shared += points.isPlaced(k) && places.isPlaced(k) ? 1 : 0;
    }
    if (shared < 2) {
      return face;
    }
    Annotation laidOver = Similarity.fit(places, points).applyTo(places);
    Annotation completed = points;
    for (int k = 0; k < points.size(); k++) {
      if (!points.isPlaced(k)) {
        completed = completed.with(k, laidOver.keypoint(k));
      }
    }
    return new ReferenceFace(face.image(), completed);
  }
}
