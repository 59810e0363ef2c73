package org.keypointstudio.ui.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.keypointstudio.dataset.statistics.FacePose;
import org.keypointstudio.dataset.statistics.LabelStatistics;
import org.keypointstudio.dataset.statistics.MissingPattern;
import org.keypointstudio.evaluation.InterOcularDistance;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.KeypointSchema;

/** What the labels of a data set add up to at one moment. Immutable. */
final class LabelSummary {
  private final KeypointSchema schema;
  private final List<FaceLabels> labels;
  private final LabelStatistics counts;
  private final List<MissingPattern> patterns;
  private final double[] interOcular;
  private final double[] roll;
  private final double[] yaw;

  private LabelSummary(KeypointSchema schema, List<FaceLabels> labels) {
    List<Annotation> annotations = labels.stream().map(FaceLabels::annotation).toList();
    FacePose pose = new FacePose(schema, annotations);
    this.schema = schema;
    this.labels = List.copyOf(labels);
    counts = LabelStatistics.of(schema, annotations);
    patterns = MissingPattern.of(annotations);
    interOcular =
        values(
            annotations,
            face ->
                InterOcularDistance.of(schema, face)
                    .map(distance -> OptionalDouble.of(distance.pixels()))
                    .orElse(OptionalDouble.empty()));
    roll = values(annotations, pose::roll);
    yaw = values(annotations, pose::yaw);
  }

  /** Adds the labels up. */
  static LabelSummary of(KeypointSchema schema, List<FaceLabels> labels) {
    return new LabelSummary(schema, labels);
  }

  private static double[] values(
      List<Annotation> faces, Function<Annotation, OptionalDouble> value) {
    double[] values = new double[faces.size()];
    Arrays.setAll(values, face -> value.apply(faces.get(face)).orElse(Double.NaN));
    return values;
  }

  /** The keypoints. */
  KeypointSchema schema() {
    return schema;
  }

  /** The labels, one a face. */
  List<FaceLabels> labels() {
    return labels;
  }

  /** How often each keypoint is labelled. */
  LabelStatistics counts() {
    return counts;
  }

  /** Which keypoints are missing together. */
  List<MissingPattern> patterns() {
    return patterns;
  }

  /** Distance between the eyes, in pixels, one a face; NaN where it is not known. */
  double[] interOcular() {
    return interOcular.clone();
  }

  /** Turn of the head in the image plane, in degrees, one a face; NaN where it is not known. */
  double[] roll() {
    return roll.clone();
  }

  /**
   * Offset of the nose from the middle between the eyes, in inter-ocular distances, one a face; NaN
   * where it is not known.
   */
  double[] yaw() {
    return yaw.clone();
  }

  /** The annotation of a face. */
  Annotation annotation(int face) {
    return labels.get(face).annotation();
  }
}
