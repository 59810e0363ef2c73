package org.keypointstudio.evaluation.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.evaluation.InterOcularDistance;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/**
 * Where the predictions of one keypoint fall around its mean place on the mean face. Lengths are
 * inter-ocular distances; the origin is the middle of the eyes, x right, y down, as in the image.
 * All faces are scaled by the same pair of keypoints, the one that is labelled in most of them, so
 * that their shapes are of one size.
 *
 * @param keypoint index in the schema
 * @param faces in which it and the eyes are labelled
 * @param x mean place of the label; NaN without faces
 * @param y mean place of the label
 * @param biasX mean error: how far predictions lie to the right of the labels
 * @param biasY mean error: how far predictions lie below the labels
 * @param varianceX of the error around the bias
 * @param covariance of the error's x and y
 * @param varianceY of the error around the bias
 */
public record KeypointSpread(
    int keypoint,
    int faces,
    double x,
    double y,
    double biasX,
    double biasY,
    double varianceX,
    double covariance,
    double varianceY) {

  /** One spread a keypoint. */
  static List<KeypointSpread> of(
      KeypointSchema schema,
      List<Annotation> truths,
      List<Annotation> predictions,
      List<Integer> faces) {
    List<Sums> sums = new ArrayList<>();
    for (int keypoint = 0; keypoint < schema.size(); keypoint++) {
      sums.add(new Sums());
    }
    Optional<IndexPair> pair = commonestPair(schema, truths, faces);
    for (int face : faces) {
      Annotation truth = truths.get(face);
      Optional<InterOcularDistance> eyes =
          pair.flatMap(one -> InterOcularDistance.between(one, truth));
      for (int k = 0; eyes.isPresent() && k < schema.size(); k++) {
        if (truth.isPlaced(k)) {
          sums.get(k).add(truth, predictions.get(face), k, eyes.get());
        }
      }
    }
    List<KeypointSpread> spreads = new ArrayList<>();
    for (int keypoint = 0; keypoint < schema.size(); keypoint++) {
      spreads.add(sums.get(keypoint).spread(keypoint));
    }
    return spreads;
  }

  private static Optional<IndexPair> commonestPair(
      KeypointSchema schema, List<Annotation> truths, List<Integer> faces) {
    return schema.interOcularPairs().stream()
        .max(
            Comparator.comparingLong(
                pair ->
                    faces.stream()
                        .filter(
                            face -> InterOcularDistance.between(pair, truths.get(face)).isPresent())
                        .count()));
  }

  private static final class Sums {
    private int faces;
    private double x;
    private double y;
    private double dx;
    private double dy;
    private double dxdx;
    private double dxdy;
    private double dydy;

    void add(Annotation truth, Annotation predicted, int keypoint, InterOcularDistance eyes) {
      int first = eyes.pair().first();
      int second = eyes.pair().second();
      double scale = eyes.pixels();
      x += (truth.x(keypoint) - (truth.x(first) + truth.x(second)) / 2) / scale;
      y += (truth.y(keypoint) - (truth.y(first) + truth.y(second)) / 2) / scale;
      double errorX = (predicted.x(keypoint) - truth.x(keypoint)) / scale;
      double errorY = (predicted.y(keypoint) - truth.y(keypoint)) / scale;
      faces++;
      dx += errorX;
      dy += errorY;
      dxdx += errorX * errorX;
      dxdy += errorX * errorY;
      dydy += errorY * errorY;
    }

    KeypointSpread spread(int keypoint) {
      double biasX = dx / faces;
      double biasY = dy / faces;
      return new KeypointSpread(
          keypoint,
          faces,
          x / faces,
          y / faces,
          biasX,
          biasY,
          variance(dxdx, biasX),
          dxdy / faces - biasX * biasY,
          variance(dydy, biasY));
    }

    private double variance(double squares, double bias) {
      double variance = squares / faces - bias * bias;
      return variance < 0 ? 0 : variance; // rounding alone makes it negative
    }
  }
}
