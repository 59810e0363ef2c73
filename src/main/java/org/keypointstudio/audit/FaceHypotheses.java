package org.keypointstudio.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/**
 * All that may be wrong with one face, weighed against each other: that nothing is, that one point
 * was moved, that points have changed places, or that the labels are another face's. Each has a
 * prior probability and says how densely the labels should lie where they do, given what is
 * expected of this face. The points of a face err together, so a point is judged by where the
 * others are.
 */
final class FaceHypotheses {
  private static final double LOG_PRIOR_MOVED = Math.log(0.003);
  private static final double LOG_PRIOR_PAIR = Math.log(0.002);
  private static final double LOG_PRIOR_ALL_PAIRS = Math.log(0.003);
  private static final double LOG_PRIOR_EXCHANGE = Math.log(0.003);
  private static final double LOG_PRIOR_OTHER_FACE = Math.log(0.005);

  /**
   * How far a moved point is from its place, in units: as likely between 1 and 2 as between 2 and
   * 4, and so on. Nearer ones are no more dense than at the nearest.
   */
  private static final double NEAREST_MOVE = 1;

  private static final double FARTHEST_MOVE = 48;
  private static final double LOG_MOVE_NORMALISER =
      Math.log(2 * Math.PI * Math.log(FARTHEST_MOVE / NEAREST_MOVE) + Math.PI);

  private final KeypointSchema schema;
  private final double[] labels;
  private final Expectation expectation;
  private final List<Integer> trusted;
  private final Marginal marginal;
  private final double[] deviations;
  private final double[] pull;
  private final double squaredDistance;

  /**
   * The hypotheses of a face.
   *
   * @param labels x and y of each keypoint in turn, in units
   * @param trusted the labelled keypoints that are looked at, ascending
   */
  FaceHypotheses(
      KeypointSchema schema, double[] labels, Expectation expectation, List<Integer> trusted) {
    this.schema = schema;
    this.labels = labels;
    this.expectation = expectation;
    this.trusted = trusted;
    marginal = expectation.scatter().on(trusted);
    deviations = marginal.deviations(expectation.residuals(labels));
    pull = marginal.times(deviations);
    squaredDistance = Marginal.dot(deviations, pull);
  }

  /** That nothing is wrong. */
  Hypothesis clean() {
    return new Hypothesis(
        SuspicionKind.DISAGREEMENT,
        List.of(),
        List.of(),
        logScaled(marginal.logDensity(squaredDistance), marginal.size()));
  }

  /** A density of residuals, as one of labels. */
  private double logScaled(double logDensity, int dimensions) {
    return logDensity - dimensions * Math.log(expectation.spread());
  }

  /** That one point was moved, for each point. */
  List<Hypothesis> moves() {
    List<Hypothesis> moves = new ArrayList<>();
    for (int i = 0; i < trusted.size(); i++) {
      Conditional conditional = conditional(i);
      double rest =
          logScaled(
              marginal.logDensity(
                  squaredDistance - conditional.squaredDistance(),
                  marginal.size() - 2,
                  marginal.logDeterminant() + conditional.logPrecision()),
              marginal.size() - 2);
      double distance = expectation.spread() * Math.hypot(conditional.x(), conditional.y());
      double density =
          -LOG_MOVE_NORMALISER - 2 * Math.log(Math.max(NEAREST_MOVE, distance) / NEAREST_MOVE);
      moves.add(
          new Hypothesis(
              expectation.fromModel() ? SuspicionKind.DISAGREEMENT : SuspicionKind.SHAPE,
              List.of(trusted.get(i)),
              List.of(),
              LOG_PRIOR_MOVED + rest + density));
    }
    return moves;
  }

  /**
   * How far a point is from where the others say it is.
   *
   * @param x of the difference, in spreads
   * @param y the same
   * @param squaredDistance Mahalanobis distance of it
   * @param logPrecision logarithm of the determinant of its precision
   * @param deviation its root mean square length, in spreads
   */
  record Conditional(
      double x, double y, double squaredDistance, double logPrecision, double deviation) {}

  /** How far the point at a position among the trusted ones is from where the others say. */
  Conditional conditional(int index) {
    int i = 2 * index;
    double xx = marginal.precision(i, i);
    double xy = marginal.precision(i, i + 1);
    double yy = marginal.precision(i + 1, i + 1);
    double determinant = xx * yy - xy * xy;
    double x = (yy * pull[i] - xy * pull[i + 1]) / determinant;
    double y = (xx * pull[i + 1] - xy * pull[i]) / determinant;
    return new Conditional(
        x,
        y,
        x * pull[i] + y * pull[i + 1],
        Math.log(determinant),
        Math.sqrt((xx + yy) / determinant));
  }

  /** That points have changed places. */
  List<Hypothesis> permutations() {
    List<Hypothesis> found = new ArrayList<>();
    List<IndexPair> pairs =
        schema.flipPairs().stream()
            .filter(pair -> trusted.contains(pair.first()) && trusted.contains(pair.second()))
            .toList();
    for (IndexPair pair : pairs) {
      found.add(permutation(SuspicionKind.SWAP, List.of(pair), LOG_PRIOR_PAIR));
    }
    if (pairs.size() > 1) {
      found.add(permutation(SuspicionKind.SWAP, pairs, LOG_PRIOR_ALL_PAIRS));
    }
    int count = trusted.size();
    double exchanges = Math.max(1, count * (count - 1) / 2.0 - pairs.size());
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        if (schema.flipPartner(trusted.get(i)) != trusted.get(j)) {
          found.add(
              permutation(
                  SuspicionKind.EXCHANGE,
                  List.of(new IndexPair(trusted.get(i), trusted.get(j))),
                  LOG_PRIOR_EXCHANGE - Math.log(exchanges)));
        }
      }
    }
    return found;
  }

  private Hypothesis permutation(SuspicionKind kind, List<IndexPair> pairs, double logPrior) {
    List<Integer> wrong = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (IndexPair pair : pairs) {
      wrong.addAll(List.of(pair.first(), pair.second()));
      places.addAll(List.of(pair.second(), pair.first()));
    }
    int[] changed = new int[2 * wrong.size()];
    double[] change = new double[changed.length];
    for (int i = 0; i < changed.length; i++) {
      int axis = i % 2;
      changed[i] = 2 * trusted.indexOf(wrong.get(i / 2)) + axis;
      change[i] =
          (labels[2 * places.get(i / 2) + axis] - labels[2 * wrong.get(i / 2) + axis])
              / expectation.spread();
    }
    double distance = squaredDistance;
    for (int i = 0; i < changed.length; i++) {
      distance += 2 * change[i] * pull[changed[i]];
      for (int j = 0; j < changed.length; j++) {
        distance += change[i] * change[j] * marginal.precision(changed[i], changed[j]);
      }
    }
    double density = logScaled(marginal.logDensity(Math.max(0, distance)), marginal.size());
    return new Hypothesis(kind, wrong, places, logPrior + density);
  }

  /**
   * That the labels are those of another face.
   *
   * @param anyFace the distribution of all faces' labels
   */
  Optional<Hypothesis> otherFace(StudentT anyFace) {
    if (!expectation.fromModel()) {
      return Optional.empty(); // Then any face is all that is expected.
    }
    Marginal any = anyFace.on(trusted);
    double density = any.logDensity(any.squaredDistance(any.deviations(labels)));
    return Optional.of(
        new Hypothesis(
            SuspicionKind.OTHER_FACE, trusted, List.of(), LOG_PRIOR_OTHER_FACE + density));
  }
}
