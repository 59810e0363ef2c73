package org.keypointstudio.model;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Labels of every kind. */
public final class ArbitraryLabels {
  private ArbitraryLabels() {}

  /** Keypoints in every state. */
  public static Arbitrary<Keypoint> keypoints() {
    Arbitrary<Double> coordinate = Arbitraries.doubles().between(-10, 120).ofScale(7);
    return Arbitraries.of(Visibility.values())
        .flatMap(
            state ->
                state.isPlaced()
                    ? Combinators.combine(coordinate, coordinate)
                        .as((x, y) -> new Keypoint(x, y, state))
                    : Arbitraries.just(new Keypoint(Double.NaN, Double.NaN, state)));
  }

  private static Arbitrary<Origin> origins() {
    return Arbitraries.oneOf(
        Arbitraries.of(Origin.FILE, Origin.HAND, Origin.MEAN_SHAPE),
        Arbitraries.strings().ofMinLength(1).ofMaxLength(12).map(Origin::model));
  }

  private static Arbitrary<FaceNotes> notes() {
    return Combinators.combine(
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(8).set().ofMaxSize(3),
            Arbitraries.of(true, false))
        .as((note, tags, reviewed) -> new FaceNotes(note, new TreeSet<>(tags), reviewed));
  }

  /** Labels of a face with so many keypoints. */
  public static Arbitrary<FaceLabels> faces(int size) {
    return Combinators.combine(
            keypoints().list().ofSize(size),
            origins().list().ofSize(size),
            Arbitraries.integers().between(0, size - 1).set().ofMaxSize(size),
            notes())
        .as(
            (keypoints, origins, locked, notes) ->
                new FaceLabels(Annotation.of(keypoints), origins, locked, notes));
  }

  /** So many faces with so many keypoints each. */
  public static Arbitrary<List<FaceLabels>> sets(int faces, int size) {
    return faces(size).list().ofSize(faces);
  }
}
