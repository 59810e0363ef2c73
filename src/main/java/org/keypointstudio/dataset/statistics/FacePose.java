package org.keypointstudio.dataset.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/**
 * How a head is held, as far as its keypoints tell. These are quick readings in the image plane to
 * sort faces by, and no three-dimensional pose.
 */
public final class FacePose {
  private static final int IBUG_SIZE = 68;
  private static final int IBUG_NOSE_TIP = 30;
  private static final IndexPair IBUG_EYE_CORNERS = new IndexPair(36, 45);

  private final KeypointSchema schema;
  private final OptionalInt noseTip;
  private final boolean leftEyeFirst;

  /**
   * The pose of faces of a data set.
   *
   * @param schema whose inter-ocular pairs tell the eyes. The keypoint named nose tip tells the
   *     nose, else the last of the nose's that is in no flip pair, else the thirty-first in the
   *     order of iBUG's 68
   * @param faces some or all of them: which eye of a pair is the left one is told by where it lies
   *     in most faces, at the right of the image
   */
  public FacePose(KeypointSchema schema, List<Annotation> faces) {
    this.schema = schema;
    this.noseTip = noseTip(schema);
    long right = faces.stream().filter(face -> alongX(face) < 0).count();
    long left = faces.stream().filter(face -> alongX(face) > 0).count();
    this.leftEyeFirst = left >= right;
  }

  private double alongX(Annotation face) {
    return eyes(face).map(pair -> face.x(pair.first()) - face.x(pair.second())).orElse(0.0);
  }

  private static OptionalInt noseTip(KeypointSchema schema) {
    int exact = schema.indexOf("nose_tip");
    if (exact >= 0) {
      return OptionalInt.of(exact);
    }
    boolean ibug =
        schema.size() == IBUG_SIZE
            && schema.flipPartner(IBUG_EYE_CORNERS.first()) == IBUG_EYE_CORNERS.second();
    return ibug
        ? OptionalInt.of(IBUG_NOSE_TIP)
        : IntStream.range(0, schema.size())
            .filter(index -> schema.keypointNames().get(index).contains("nose"))
            .filter(index -> schema.flipPartner(index) == index)
            .reduce((_, later) -> later);
  }

  /** Whether the schema says where the nose is. */
  public boolean knowsNose() {
    return noseTip.isPresent();
  }

  /**
   * How far the line between the eyes is turned, in degrees, −180 to 180: 0 if it is level, above 0
   * if it is turned clockwise in the image; empty if no pair of eyes is labelled.
   */
  public OptionalDouble roll(Annotation face) {
    return orientedEyes(face)
        .map(
            pair ->
                OptionalDouble.of(
                    Math.toDegrees(
                        Math.atan2(
                            face.y(pair.first()) - face.y(pair.second()),
                            face.x(pair.first()) - face.x(pair.second())))))
        .orElse(OptionalDouble.empty());
  }

  /**
   * How far the tip of the nose lies off the middle between the eyes, along the line between them,
   * in inter-ocular distances: 0 for a frontal face, above 0 if the nose points to the subject's
   * left. Empty if the eyes or the nose are not labelled.
   */
  public OptionalDouble yaw(Annotation face) {
    Optional<IndexPair> pair = orientedEyes(face);
    if (pair.isEmpty() || noseTip.isEmpty() || !face.isPlaced(noseTip.getAsInt())) {
      return OptionalDouble.empty();
    }
    int left = pair.get().first();
    int right = pair.get().second();
    double alongX = face.x(left) - face.x(right);
    double alongY = face.y(left) - face.y(right);
    double fromMiddleX = face.x(noseTip.getAsInt()) - (face.x(left) + face.x(right)) / 2;
    double fromMiddleY = face.y(noseTip.getAsInt()) - (face.y(left) + face.y(right)) / 2;
    return OptionalDouble.of(
        (fromMiddleX * alongX + fromMiddleY * alongY) / (alongX * alongX + alongY * alongY));
  }

  /** The subject's left eye, and the right one. */
  private Optional<IndexPair> orientedEyes(Annotation face) {
    return eyes(face).map(pair -> leftEyeFirst ? pair : exchanged(pair));
  }

  private static IndexPair exchanged(IndexPair pair) {
    int left = pair.second();
    int right = pair.first();
    return new IndexPair(left, right);
  }

  private Optional<IndexPair> eyes(Annotation face) {
    return schema.interOcularPairs().stream()
        .filter(pair -> face.isPlaced(pair.first()) && face.isPlaced(pair.second()))
        .filter(
            pair ->
                face.x(pair.first()) != face.x(pair.second())
                    || face.y(pair.first()) != face.y(pair.second()))
        .findFirst();
  }
}
