package org.keypointstudio.evaluation.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/** Faces of two eyes, 40 px apart, and a nose tip, and models that are off by what one says. */
final class Faces {
  static final KeypointSchema SCHEMA =
      new KeypointSchema(
          "eyes and nose",
          List.of("left_eye", "right_eye", "nose_tip"),
          List.of(new IndexPair(0, 1)),
          List.of(),
          List.of(new IndexPair(0, 1)));

  static final Annotation FACE = Annotation.ofCoordinates(70, 40, 30, 40, 50, 60);

  private Faces() {}

  static List<Annotation> truths(int count) {
    return IntStream.range(0, count).mapToObj(_ -> FACE).toList();
  }

  /** All points moved to the right. */
  static Annotation movedBy(double dx) {
    double[] coordinates = new double[2 * FACE.size()];
    for (int k = 0; k < FACE.size(); k++) {
      coordinates[2 * k] = FACE.x(k) + dx;
      coordinates[2 * k + 1] = FACE.y(k);
    }
    return Annotation.ofCoordinates(coordinates);
  }

  /** A model that is off by so many pixels on each face in turn, and has learned from none. */
  static ComparedModel model(String name, double... errors) {
    return model(name, new BitSet(), errors);
  }

  static ComparedModel model(String name, BitSet learned, double... errors) {
    List<Annotation> predictions = new ArrayList<>();
    for (double error : errors) {
      predictions.add(movedBy(error));
    }
    return new ComparedModel(name, predictions, Optional.empty(), learned);
  }

  static BitSet learned(int... faces) {
    BitSet learned = new BitSet();
    for (int face : faces) {
      learned.set(face);
    }
    return learned;
  }

  static ModelComparison compare(List<String> groups, FaceChoice choice, ComparedModel... models)
      throws ComparisonException {
    int faces = models[0].predictions().size();
    return ModelComparison.of(
        new ComparisonInput(
            SCHEMA, truths(faces), new BitSet(), List.of(models), groups, List.of(), choice),
        () -> {});
  }
}
