package org.keypointstudio.ghost;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;

/** The regressions of one source of guesses, learned when they are first needed. */
final class Corrections {
  /** A regression of 68 keypoints takes some hundred kilobytes. */
  private static final int MOST_KEPT = 200;

  private final List<Annotation> faces;
  private final BiFunction<Integer, BitSet, Annotation> guesses;
  private final RecentValues<BitSet, Optional<ResidualRegression>> learned =
      new RecentValues<>(MOST_KEPT);

  /**
   * Regressions that are learned from these faces.
   *
   * @param faces of which every keypoint is known
   * @param guesses what is guessed of a face, by its position among them, when only some keypoints
   *     are labelled
   */
  Corrections(List<Annotation> faces, BiFunction<Integer, BitSet, Annotation> guesses) {
    this.faces = faces;
    this.guesses = guesses;
  }

  /** The regression on the labelled keypoints of a face; empty if there is too little to learn. */
  Optional<ResidualRegression> of(Annotation annotation) {
    return learned.get(labelled(annotation), this::learn);
  }

  private Optional<ResidualRegression> learn(BitSet labelled) {
    return ResidualRegression.learn(
        labelled,
        IntStream.range(0, faces.size())
            .mapToObj(
                face ->
                    new ResidualRegression.Example(faces.get(face), guesses.apply(face, labelled)))
            .toList());
  }

  /** The keypoints of an annotation that have a place. */
  static BitSet labelled(Annotation annotation) {
    BitSet labelled = new BitSet();
    for (int k = 0; k < annotation.size(); k++) {
      labelled.set(k, annotation.isPlaced(k));
    }
    return labelled;
  }

  /** An annotation of which only some keypoints are kept. */
  static Annotation only(Annotation face, BitSet kept) {
    double[] xy = new double[2 * face.size()];
    for (int k = 0; k < face.size(); k++) {
      xy[2 * k] = kept.get(k) ? face.x(k) : Double.NaN;
      xy[2 * k + 1] = kept.get(k) ? face.y(k) : Double.NaN;
    }
    return Annotation.ofCoordinates(xy);
  }
}
