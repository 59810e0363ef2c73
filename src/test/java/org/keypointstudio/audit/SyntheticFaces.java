package org.keypointstudio.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;

/**
 * Faces of people who stand differently, with labels and predictions that err as usual: a network
 * errs about where a face is more than about what faces look like.
 */
final class SyntheticFaces {
  static final KeypointSchema SCHEMA = KeypointSchema.kaggle15();
  private static final double[] MEAN_FACE = {
    66, 37, 30, 37, 59, 38, 73, 38, 37, 38, 23, 38, 57, 29, 79, 29, 39, 29, 16, 29, 48, 57, 63, 76,
    33, 76, 48, 73, 48, 79
  };

  private final Random random = new Random(3);
  private final List<Annotation> truths = new ArrayList<>();
  private final List<FacePrediction> predictions = new ArrayList<>();
  final List<Annotation> labels = new ArrayList<>();

  /** So many faces in images of 96 × 96 pixels. */
  SyntheticFaces(int count) {
    for (int face = 0; face < count; face++) {
      Annotation truth = truth();
      truths.add(truth);
      labels.add(noisy(truth, 0.7));
      Annotation prediction = noisy(shifted(truth), 0.3);
      predictions.add(new FacePrediction(noisy(prediction, 0.2), noisy(prediction, 0.2)));
    }
  }

  private Annotation truth() {
    double scale = 1 + 0.08 * random.nextGaussian();
    double angle = 0.1 * random.nextGaussian();
    double dx = 3 * random.nextGaussian();
    double dy = 3 * random.nextGaussian();
    double[] xy = new double[MEAN_FACE.length];
    for (int i = 0; i < xy.length; i += 2) {
      double x = scale * (MEAN_FACE[i] - 48);
      double y = scale * (MEAN_FACE[i + 1] - 50);
      xy[i] = 48 + dx + x * Math.cos(angle) - y * Math.sin(angle);
      xy[i + 1] = 48 + dy + x * Math.sin(angle) + y * Math.cos(angle);
    }
    return Annotation.ofCoordinates(xy);
  }

  private Annotation shifted(Annotation annotation) {
    double dx = 0.7 * random.nextGaussian();
    double dy = 0.7 * random.nextGaussian();
    double[] xy = new double[2 * annotation.size()];
    for (int k = 0; k < annotation.size(); k++) {
      xy[2 * k] = annotation.x(k) + dx;
      xy[2 * k + 1] = annotation.y(k) + dy;
    }
    return Annotation.ofCoordinates(xy);
  }

  private Annotation noisy(Annotation annotation, double deviation) {
    double[] xy = new double[2 * annotation.size()];
    double together = deviation * random.nextGaussian();
    for (int k = 0; k < annotation.size(); k++) {
      xy[2 * k] = annotation.x(k) + together + deviation * random.nextGaussian();
      xy[2 * k + 1] = annotation.y(k) + together + deviation * random.nextGaussian();
    }
    return Annotation.ofCoordinates(xy);
  }

  Annotation truth(int face) {
    return truths.get(face);
  }

  /** The faces as they are now, in images that are larger by a factor. */
  List<AuditedFace> faces(double factor, boolean predicted) {
    List<AuditedFace> faces = new ArrayList<>();
    int side = (int) Math.round(96 * factor);
    for (int face = 0; face < labels.size(); face++) {
      FacePrediction prediction = predictions.get(face);
      faces.add(
          new AuditedFace(
              enlarged(labels.get(face), factor),
              new ImageSize(side, side),
              predicted
                  ? Optional.of(
                      new FacePrediction(
                          enlarged(prediction.straight(), factor),
                          enlarged(prediction.mirrored(), factor)))
                  : Optional.empty(),
              "person " + face / 5,
              "picture " + face));
    }
    return faces;
  }

  private static Annotation enlarged(Annotation annotation, double factor) {
    double[] xy = new double[2 * annotation.size()];
    for (int k = 0; k < annotation.size(); k++) {
      xy[2 * k] = factor * annotation.x(k);
      xy[2 * k + 1] = factor * annotation.y(k);
    }
    return Annotation.ofCoordinates(xy);
  }
}
