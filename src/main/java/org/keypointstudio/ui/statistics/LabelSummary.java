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

/**
 * What the labels of a data set add up to at one moment. The arrays are not to be changed.
 *
 * @param schema its keypoints
 * @param labels one a face
 * @param counts how often each keypoint is labelled
 * @param patterns which keypoints are missing together
 * @param interOcular distance between the eyes, in pixels, one a face; NaN where it is not known
 * @param roll turn of the head in the image plane, in degrees, one a face; NaN where it is not known
 * @param yaw offset of the nose from the middle between the eyes, in inter-ocular distances, one a
 *     face; NaN where it is not known
 */
record LabelSummary(
    KeypointSchema schema,
    List<FaceLabels> labels,
    LabelStatistics counts,
    List<MissingPattern> patterns,
    double[] interOcular,
    double[] roll,
    double[] yaw) {

  /** Adds the labels up. */
  static LabelSummary of(KeypointSchema schema, List<FaceLabels> labels) {
    List<Annotation> annotations = labels.stream().map(FaceLabels::annotation).toList();
    FacePose pose = new FacePose(schema);
    return new LabelSummary(
        schema,
        labels,
        LabelStatistics.of(schema, annotations),
        MissingPattern.of(annotations),
        values(
            annotations,
            face ->
                InterOcularDistance.of(schema, face)
                    .map(distance -> OptionalDouble.of(distance.pixels()))
                    .orElse(OptionalDouble.empty())),
        values(annotations, pose::roll),
        values(annotations, pose::yaw));
  }

  private static double[] values(
      List<Annotation> faces, Function<Annotation, OptionalDouble> value) {
    double[] values = new double[faces.size()];
    Arrays.setAll(values, face -> value.apply(faces.get(face)).orElse(Double.NaN));
    return values;
  }

  /** The annotation of a face. */
  Annotation annotation(int face) {
    return labels.get(face).annotation();
  }
}
