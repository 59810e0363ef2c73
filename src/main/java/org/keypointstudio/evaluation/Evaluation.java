package org.keypointstudio.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/**
 * What the predictions of one model are worth against the labels of some faces. Unlabelled and
 * absent keypoints enter no figure. Distances are in pixels of the image.
 *
 * @param rmse √(Σ(ŷ−y)²/n) over the n labelled scalar coordinates of all faces, the score of
 *     Kaggle's Facial Keypoints Detection; NaN if nothing is labelled
 * @param labelledKeypoints that were compared; n is twice as many
 * @param keypoints errors by keypoint, in the schema's order
 * @param faces errors by face, in the order that was asked for
 * @param distribution of the normalised errors of the faces that have one; its mean is the NME
 * @param normalisers how many faces were scaled by which pair of keypoints
 */
public record Evaluation(
    double rmse,
    int labelledKeypoints,
    List<KeypointError> keypoints,
    List<FaceError> faces,
    ErrorDistribution distribution,
    Map<IndexPair, Integer> normalisers) {

  /** Copies the lists. */
  public Evaluation {
    keypoints = List.copyOf(keypoints);
    faces = List.copyOf(faces);
    normalisers = Map.copyOf(normalisers);
  }

  /** Compares all faces. */
  public static Evaluation of(
      KeypointSchema schema, List<Annotation> truths, List<Annotation> predictions) {
    return of(schema, truths, predictions, IntStream.range(0, truths.size()).toArray());
  }

  /**
   * Compares some faces.
   *
   * @param truths one annotation a face of the data set
   * @param predictions one annotation a face of the data set, with a place for each keypoint that
   *     is labelled
   * @param faceIndices the faces that count
   * @throws IllegalArgumentException if the lists differ in length or a labelled keypoint has no
   *     prediction
   */
  public static Evaluation of(
      KeypointSchema schema,
      List<Annotation> truths,
      List<Annotation> predictions,
      int[] faceIndices) {
    if (truths.size() != predictions.size()) {
      throw new IllegalArgumentException(
          predictions.size() + " predictions do not match " + truths.size() + " faces");
    }
    ErrorSum all = new ErrorSum();
    List<ErrorSum> byKeypoint =
        IntStream.range(0, schema.size()).mapToObj(ignored -> new ErrorSum()).toList();
    List<FaceError> faces = new ArrayList<>(faceIndices.length);
    Map<IndexPair, Integer> normalisers = new LinkedHashMap<>();
    for (int face : faceIndices) {
      Annotation truth = truths.get(face);
      ErrorSum ofFace = new ErrorSum();
      compare(truth, predictions.get(face), List.of(all, ofFace), byKeypoint);
      Optional<InterOcularDistance> eyes =
          ofFace.keypoints() == 0 ? Optional.empty() : InterOcularDistance.of(schema, truth);
      eyes.ifPresent(distance -> normalisers.merge(distance.pair(), 1, Integer::sum));
      faces.add(
          new FaceError(
              face,
              ofFace.keypoints(),
              ofFace.rmse(),
              ofFace.meanDistance(),
              eyes.map(distance -> ofFace.meanDistance() / distance.pixels()).orElse(Double.NaN)));
    }
    return new Evaluation(
        all.rmse(),
        all.keypoints(),
        keypointErrors(schema, byKeypoint),
        faces,
        ErrorDistribution.of(faces),
        normalisers);
  }

  private static void compare(
      Annotation truth, Annotation prediction, List<ErrorSum> sums, List<ErrorSum> sumsByKeypoint) {
    for (int keypoint = 0; keypoint < truth.size(); keypoint++) {
      if (truth.isPlaced(keypoint)) {
        if (!prediction.isPlaced(keypoint)) {
          throw new IllegalArgumentException("keypoint " + keypoint + " has no prediction");
        }
        double dx = prediction.x(keypoint) - truth.x(keypoint);
        double dy = prediction.y(keypoint) - truth.y(keypoint);
        sums.forEach(sum -> sum.add(dx, dy));
        sumsByKeypoint.get(keypoint).add(dx, dy);
      }
    }
  }

  private static List<KeypointError> keypointErrors(KeypointSchema schema, List<ErrorSum> sums) {
    return IntStream.range(0, schema.size())
        .mapToObj(
            i -> {
              ErrorSum sum = sums.get(i);
              return new KeypointError(
                  schema.keypointNames().get(i), sum.keypoints(), sum.rmse(), sum.meanDistance());
            })
        .toList();
  }

  /**
   * Normalised mean error: each face's mean distance divided by its inter-ocular distance, averaged
   * over the faces that have one; NaN without such faces.
   */
  public double nme() {
    return distribution.mean();
  }

  /** Faces that have labels but no labelled pair of eyes, and so no share in the NME. */
  public int facesWithoutNormaliser() {
    return (int)
        faces.stream().filter(face -> face.keypoints() > 0 && !face.isNormalised()).count();
  }

  /** The error of the face at a position of the data set, if it was compared. */
  public Optional<FaceError> ofFace(int face) {
    return faces.stream().filter(error -> error.face() == face).findFirst();
  }

  /**
   * Root mean squared error of one face's labelled coordinates, in pixels; empty if it has none.
   *
   * @param predicted places every keypoint that is labelled
   */
  public static OptionalDouble rmseOfFace(
      KeypointSchema schema, Annotation truth, Annotation predicted) {
    return truth.placedCount() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(of(schema, List.of(truth), List.of(predicted)).rmse());
  }
}
