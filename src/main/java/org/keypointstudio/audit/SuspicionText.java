package org.keypointstudio.audit;

import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/** Says in pixels and words what is thought of the labels of one face. */
final class SuspicionText {
  private static final String AS_EXPECTED = "It stands where it is expected.";

  /** Below these odds there is nothing to explain. */
  private static final double LEAST_LOG_ODDS = -5;

  private final KeypointSchema schema;
  private final int position;
  private final AuditedFace face;
  private final double[] labels;
  private final boolean fromModel;

  /**
   * The words for a face.
   *
   * @param position of the face in the data set
   * @param labels of the face in units
   * @param fromModel whether a model looked at the image
   */
  SuspicionText(
      KeypointSchema schema, int position, AuditedFace face, double[] labels, boolean fromModel) {
    this.schema = schema;
    this.position = position;
    this.face = face;
    this.labels = labels;
    this.fromModel = fromModel;
  }

  Suspicion suspicion(Verdict verdict) {
    boolean ofOrder =
        verdict.place() != verdict.keypoint()
            && (verdict.kind() == SuspicionKind.SWAP || verdict.kind() == SuspicionKind.EXCHANGE);
    int place = verdict.place();
    double x = ofOrder ? labels[2 * place] : verdict.x();
    double y = ofOrder ? labels[2 * place + 1] : verdict.y();
    return new Suspicion(
        position,
        verdict.keypoint(),
        verdict.logOdds(),
        verdict.kind(),
        Keypoint.visible(x * face.pixelsPerUnit(0), y * face.pixelsPerUnit(1)),
        verdict.logOdds() < LEAST_LOG_ODDS ? AS_EXPECTED : reason(verdict));
  }

  private String reason(Verdict verdict) {
    String name = schema.displayName(verdict.keypoint());
    if (verdict.logOdds() < 0 && verdict.together() > 1) {
      return elsewhere(verdict); // Nothing more is likely enough to be said.
    }
    return switch (verdict.kind()) {
      case DISAGREEMENT, SHAPE -> elsewhere(verdict);
      case SWAP ->
          verdict.together() > 2
              ? "All %d left and right points fit much better with their sides changed; %s is one of them."
                  .formatted(verdict.together(), name)
              : "%s and %s fit much better with their sides changed."
                  .formatted(capital(name), schema.displayName(verdict.place()));
      case EXCHANGE ->
          "%s and %s fit much better with their places changed."
              .formatted(capital(name), schema.displayName(verdict.place()));
      case OTHER_FACE ->
          "All %d points are off together, as labels of another face are; this one is %s px from where it is expected."
              .formatted(verdict.together(), pixels(verdict.distance()));
      case DUPLICATE ->
          "The same picture is in the data set again with another label for this point; this one is %s px from where it is expected."
              .formatted(pixels(verdict.distance()));
      case OUTSIDE ->
          "It stands outside the image, %s px from where it is expected."
              .formatted(pixels(verdict.distance()));
      case COINCIDENT ->
          "It stands on another point, %s px from where it is expected."
              .formatted(pixels(verdict.distance()));
    };
  }

  private String elsewhere(Verdict verdict) {
    return "It stands %s px from where %s put it; %s px is usual."
        .formatted(
            pixels(verdict.distance()),
            fromModel
                ? "the model and the other points of the face"
                : "the other points of the face",
            pixels(verdict.usual()));
  }

  private String pixels(double units) {
    return "%.1f".formatted(units * Math.sqrt(face.pixelsPerUnit(0) * face.pixelsPerUnit(1)));
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
