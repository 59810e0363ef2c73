package org.keypointstudio.ghost;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.model.Annotation;

/**
 * The mean of the labelled shapes of many faces, freed of where each face stands, how large it is
 * and how it is turned: generalised Procrustes analysis (Gower, Psychometrika 40, 1975). Faces with
 * missing keypoints take part with those that they have.
 */
public final class MeanShape {
  /** More faces do not make the mean better in a way that a person could see. */
  private static final int MOST_FACES = 1_000;

  private static final int MOST_EXAMPLES = 400;
  private static final int ROUNDS = 4;
  private static final int FEW = 10;
  private static final int MOST_DEVIATIONS = 2_000;

  private final List<Annotation> faces;
  private final Annotation mean;
  private final RecentValues<BitSet, double[]> deviations = new RecentValues<>(MOST_DEVIATIONS);
  private final Corrections corrections;

  private MeanShape(List<Annotation> faces, Annotation mean) {
    this.faces = faces;
    this.mean = mean;
    List<Annotation> complete =
        faces.stream().filter(Annotation::isComplete).limit(MOST_EXAMPLES).toList();
    this.corrections =
        new Corrections(
            complete, (face, labelled) -> laidOver(Corrections.only(complete.get(face), labelled)));
  }

  /**
   * The mean shape of these faces, or of a thousand among them that have the most keypoints.
   *
   * @param size the number of keypoints of each
   */
  public static MeanShape of(int size, List<Annotation> annotations) {
    List<Annotation> faces = fullest(annotations);
    Annotation positions = mean(size, faces);
    Annotation mean = positions;
    for (int round = 0; round < ROUNDS; round++) {
      Annotation goal = mean;
      Annotation aligned =
          mean(
              size,
              faces.stream()
                  .filter(face -> face.placedCount() >= 2)
                  .map(face -> Similarity.fit(face, goal).applyTo(face))
                  .toList());
      mean = completed(Similarity.fit(aligned, positions).applyTo(aligned), positions);
    }
    return new MeanShape(faces, mean);
  }

  /** Those with the most keypoints; each face is counted once, since there may be very many. */
  private static List<Annotation> fullest(List<Annotation> annotations) {
    record Counted(Annotation face, int keypoints) {}
    return annotations.stream()
        .map(face -> new Counted(face, face.placedCount()))
        .filter(face -> face.keypoints > 0)
        .sorted(Comparator.comparingInt(Counted::keypoints).reversed())
        .limit(MOST_FACES)
        .map(Counted::face)
        .toList();
  }

  private static Annotation mean(int size, List<Annotation> faces) {
    double[] sums = new double[2 * size];
    int[] counts = new int[size];
    for (Annotation face : faces) {
      for (int k = 0; k < size; k++) {
        if (face.isPlaced(k)) {
          sums[2 * k] += face.x(k);
          sums[2 * k + 1] += face.y(k);
          counts[k]++;
        }
      }
    }
    for (int k = 0; k < size; k++) {
      sums[2 * k] = counts[k] == 0 ? Double.NaN : sums[2 * k] / counts[k];
      sums[2 * k + 1] = counts[k] == 0 ? Double.NaN : sums[2 * k + 1] / counts[k];
    }
    return Annotation.ofCoordinates(sums);
  }

  private static Annotation completed(Annotation shape, Annotation positions) {
    Annotation completed = shape;
    for (int k = 0; k < shape.size(); k++) {
      if (!shape.isPlaced(k)) {
        completed = completed.with(k, positions.keypoint(k));
      }
    }
    return completed;
  }

  /** How many faces it was made of. */
  public int faces() {
    return faces.size();
  }

  /**
   * The shape itself, where faces stand on average, in pixels. Keypoints that no face has are
   * unlabelled.
   */
  public Annotation mean() {
    return mean;
  }

  /**
   * The mean shape, shifted, scaled and turned onto the labelled keypoints of a face, and bent as
   * the labelled keypoints that it still misses tell ({@link ResidualRegression}), if twenty
   * complete faces are known. It is only shifted if there is one keypoint, as it is if there is
   * none.
   */
  public Annotation fittedTo(Annotation annotation) {
    Annotation shape = laidOver(annotation);
    return corrections
        .of(annotation)
        .map(correction -> correction.corrected(shape, annotation))
        .orElse(shape);
  }

  private Annotation laidOver(Annotation annotation) {
    return Similarity.fit(mean, annotation).applyTo(mean);
  }

  /**
   * How far from the truth the fitted shape is when only some keypoints of a face are labelled: the
   * standard deviation of each coordinate's error, in pixels of that face. It is measured on faces
   * that have these keypoints and the one in question, which is left out.
   *
   * @param annotation of which the labelled keypoints count
   * @return one a keypoint; NaN where fewer than ten faces can tell. Those of labelled keypoints
   *     mean nothing
   */
  public double[] deviations(Annotation annotation) {
    Optional<ResidualRegression> correction = corrections.of(annotation);
    if (correction.isPresent()) {
      return correction.get().deviations(laidOver(annotation));
    }
    BitSet placed = Corrections.labelled(annotation);
    double scale = placed.cardinality() < 2 ? 1 : Similarity.fit(mean, annotation).scale();
    double[] inMeanShape = deviations.get(placed, this::measured);
    return Arrays.stream(inMeanShape).map(deviation -> deviation * scale).toArray();
  }

  private double[] measured(BitSet placed) {
    double[] squares = new double[mean.size()];
    int[] counts = new int[mean.size()];
    for (Annotation face : faces) {
      if (placed.stream().allMatch(face::isPlaced)) {
        add(face, placed, squares, counts);
      }
    }
    double[] measured = new double[squares.length];
    for (int k = 0; k < measured.length; k++) {
      measured[k] = counts[k] < FEW ? Double.NaN : Math.sqrt(squares[k] / (2 * counts[k]));
    }
    return measured;
  }

  private void add(Annotation face, BitSet placed, double[] squares, int[] counts) {
    Similarity toMean = Similarity.fit(Corrections.only(face, placed), mean);
    for (int k = 0; k < face.size(); k++) {
      if (face.isPlaced(k) && mean.isPlaced(k) && !placed.get(k)) {
        double errorX = toMean.x(face.x(k), face.y(k)) - mean.x(k);
        double errorY = toMean.y(face.x(k), face.y(k)) - mean.y(k);
        squares[k] += errorX * errorX + errorY * errorY;
        counts[k]++;
      }
    }
  }
}
