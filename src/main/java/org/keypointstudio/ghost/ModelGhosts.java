package org.keypointstudio.ghost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;

/**
 * Ghosts where a model sees the keypoints, moved as its errors at the labelled keypoints tell
 * ({@link ResidualRegression}), if twenty complete faces are known.
 *
 * <p>Their confidence comes from two things: the model's error, and how well other views agree with
 * it on the face at hand (the same model on the mirrored face, other models). Each view's squared
 * distances from their common mean, summed and divided by twice their number less one, estimate the
 * variance of one coordinate; the mean of that and the squared error is σ² of {@link Confidence}.
 * Without another view, σ is the error alone. The error is that of the keypoint after the
 * correction, enlarged by as much as the model is worse on faces that it did not learn from than on
 * those that the correction was learned from; without a correction it is the model's error on the
 * former.
 */
public final class ModelGhosts implements GhostSource {
  private static final int MOST_EXAMPLES = 400;

  private final KeypointSchema schema;
  private final Origin origin;
  private final double error;
  private final List<Annotation> predictions;
  private final List<List<Annotation>> otherViews;
  private final Corrections corrections;
  private final double enlargement;

  /**
   * Ghosts from a model.
   *
   * @param name of the model's run
   * @param error root mean square of the model's errors in single coordinates on faces that it did
   *     not learn from, in pixels
   * @param predictions one a face, in the data set's order
   * @param labels what is known of each face, in the data set's order, without what was accepted
   *     from a model
   * @param otherViews predictions of the same faces by other models, or by this one in another way
   */
  public ModelGhosts(
      KeypointSchema schema,
      String name,
      double error,
      List<Annotation> predictions,
      List<Annotation> labels,
      List<List<Annotation>> otherViews) {
    this.schema = schema;
    this.origin = Origin.model(name);
    this.error = error;
    this.predictions = predictions;
    this.otherViews = List.copyOf(otherViews);
    int[] examples =
        IntStream.range(0, Math.min(labels.size(), predictions.size()))
            .filter(face -> labels.get(face).isComplete() && predictions.get(face).isComplete())
            .limit(MOST_EXAMPLES)
            .toArray();
    this.corrections =
        new Corrections(
            IntStream.of(examples).mapToObj(labels::get).toList(),
            (example, _) -> predictions.get(examples[example]));
    this.enlargement = Math.max(1, error / rootMeanSquare(examples, labels, predictions));
  }

  private static double rootMeanSquare(
      int[] examples, List<Annotation> labels, List<Annotation> predictions) {
    double squares = 0;
    long coordinates = 0;
    for (int face : examples) {
      for (int k = 0; k < labels.get(face).size(); k++) {
        double distance =
            labels.get(face).keypoint(k).distanceTo(predictions.get(face).keypoint(k));
        squares += distance * distance;
        coordinates += 2;
      }
    }
    return coordinates == 0 || squares == 0
        ? Double.POSITIVE_INFINITY
        : Math.sqrt(squares / coordinates);
  }

  @Override
  public List<Ghost> ghosts(int faceIndex, Annotation annotation) {
    if (annotation.unlabelledCount() == 0) {
      return List.of();
    }
    Annotation seen = predictions.get(faceIndex);
    Optional<ResidualRegression> correction = corrections.of(annotation);
    Annotation corrected = correction.map(it -> it.corrected(seen, annotation)).orElse(seen);
    double[] errors =
        correction
            .map(it -> Arrays.stream(it.deviations(seen)).map(dev -> enlargement * dev).toArray())
            .orElseGet(() -> DoubleStream.generate(() -> error).limit(seen.size()).toArray());
    double near = Confidence.near(schema, corrected);
    List<Ghost> ghosts = new ArrayList<>();
    for (int k = 0; k < seen.size(); k++) {
      if (annotation.visibility(k) == Visibility.UNLABELLED && corrected.isPlaced(k)) {
        double confidence = Confidence.of(near, deviation(faceIndex, k, errors[k]));
        ghosts.add(new Ghost(k, corrected.x(k), corrected.y(k), confidence, origin));
      }
    }
    return List.copyOf(ghosts);
  }

  private double deviation(int faceIndex, int keypoint, double ownError) {
    double sumX = predictions.get(faceIndex).x(keypoint);
    double sumY = predictions.get(faceIndex).y(keypoint);
    double squares = sumX * sumX + sumY * sumY;
    int views = 1;
    for (List<Annotation> view : otherViews) {
      Annotation other = view.get(faceIndex);
      if (other.isPlaced(keypoint)) {
        double x = other.x(keypoint);
        double y = other.y(keypoint);
        sumX += x;
        sumY += y;
        squares += x * x + y * y;
        views++;
      }
    }
    if (views == 1) {
      return ownError;
    }
    double aboutMean = Math.max(0, squares - (sumX * sumX + sumY * sumY) / views);
    double variance = aboutMean / (2.0 * (views - 1));
    return Math.sqrt((variance + ownError * ownError) / 2);
  }
}
