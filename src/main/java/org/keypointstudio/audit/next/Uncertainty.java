package org.keypointstudio.audit.next;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.evaluation.InterOcularDistance;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;

/**
 * How unsure models are of the keypoints of a face that nobody has labelled: the disagreement of a
 * committee (Seung, Opper and Sompolinsky, "Query by committee", 1992), here the variance of the
 * predicted places.
 */
public final class Uncertainty {
  private final KeypointSchema schema;

  /** The uncertainty about keypoints of a schema. */
  public Uncertainty(KeypointSchema schema) {
    this.schema = schema;
  }

  /**
   * The root of the sum, over the keypoints without a label, of the mean squared distance of the
   * answers from their mean, divided by the number of all keypoints. A face of which more is
   * missing has more to tell.
   *
   * @param labels what is known of the face
   * @param answers predictions for it, at least two that differ in who was asked or how
   * @return in distances between the eyes of the mean answer; where these coincide or the schema
   *     has none, in root mean square distances of the mean answer's points from their centre
   */
  public double of(Annotation labels, List<Annotation> answers) {
    Annotation mean = mean(answers);
    double squares = 0;
    for (int k = 0; k < labels.size(); k++) {
      if (labels.visibility(k) == Visibility.UNLABELLED && mean.isPlaced(k)) {
        squares += variance(answers, mean.keypoint(k), k);
      }
    }
    double size = size(mean);
    return size > 0 ? Math.sqrt(squares / labels.size()) / size : 0;
  }

  private static double variance(List<Annotation> answers, Keypoint mean, int keypoint) {
    double squares = 0;
    int count = 0;
    for (Annotation answer : answers) {
      if (answer.isPlaced(keypoint)) {
        double distance = answer.keypoint(keypoint).distanceTo(mean);
        squares += distance * distance;
        count++;
      }
    }
    return squares / count;
  }

  private static Annotation mean(List<Annotation> answers) {
    List<Keypoint> keypoints = new ArrayList<>();
    for (int k = 0; k < answers.getFirst().size(); k++) {
      double x = 0;
      double y = 0;
      int count = 0;
      for (Annotation answer : answers) {
        if (answer.isPlaced(k)) {
          x += answer.x(k);
          y += answer.y(k);
          count++;
        }
      }
      keypoints.add(count == 0 ? Keypoint.unlabelled() : Keypoint.visible(x / count, y / count));
    }
    return Annotation.of(keypoints);
  }

  private double size(Annotation points) {
    return InterOcularDistance.of(schema, points)
        .map(InterOcularDistance::pixels)
        .orElseGet(() -> radius(points));
  }

  private static double radius(Annotation points) {
    List<Keypoint> placed = points.keypoints().stream().filter(Keypoint::isPlaced).toList();
    double x = placed.stream().mapToDouble(Keypoint::x).average().orElse(0);
    double y = placed.stream().mapToDouble(Keypoint::y).average().orElse(0);
    Keypoint centre = Keypoint.visible(x, y);
    return Math.sqrt(
        placed.stream()
            .mapToDouble(point -> Math.pow(point.distanceTo(centre), 2))
            .average()
            .orElse(0));
  }
}
