package org.keypointstudio.ghost;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;

/**
 * Ghosts where a model sees the keypoints.
 *
 * <p>Their confidence comes from two things: the model's error on faces that it did not learn from,
 * and how well other views agree with it on the face at hand (the same model on the mirrored face,
 * other models). Each view's variance about their common mean, summed and divided by their number
 * less one, estimates the variance of one coordinate; the mean of that and the squared error is σ²
 * of {@link Confidence}. Without another view, σ is the error alone.
 */
public final class ModelGhosts implements GhostSource {
  private final KeypointSchema schema;
  private final Origin origin;
  private final double error;
  private final List<Annotation> predictions;
  private final List<List<Annotation>> otherViews;

  /**
   * Ghosts from a model.
   *
   * @param name of the model's run
   * @param error root mean square of the model's errors in single coordinates, in pixels
   * @param predictions one a face, in the data set's order
   * @param otherViews predictions of the same faces by other models, or by this one in another way
   */
  public ModelGhosts(
      KeypointSchema schema,
      String name,
      double error,
      List<Annotation> predictions,
      List<List<Annotation>> otherViews) {
    this.schema = schema;
    this.origin = Origin.model(name);
    this.error = error;
    this.predictions = predictions;
    this.otherViews = List.copyOf(otherViews);
  }

  @Override
  public List<Ghost> ghosts(int faceIndex, Annotation annotation) {
    if (annotation.unlabelledCount() == 0) {
      return List.of();
    }
    Annotation seen = predictions.get(faceIndex);
    double near = Confidence.near(schema, seen);
    List<Ghost> ghosts = new ArrayList<>();
    for (int k = 0; k < seen.size(); k++) {
      if (annotation.visibility(k) == Visibility.UNLABELLED && seen.isPlaced(k)) {
        double confidence = Confidence.of(near, deviation(faceIndex, k));
        ghosts.add(new Ghost(k, seen.x(k), seen.y(k), confidence, origin));
      }
    }
    return List.copyOf(ghosts);
  }

  private double deviation(int faceIndex, int keypoint) {
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
      return error;
    }
    double aboutMean = Math.max(0, squares - (sumX * sumX + sumY * sumY) / views);
    double variance = aboutMean / (2.0 * (views - 1));
    return Math.sqrt((variance + error * error) / 2);
  }
}
