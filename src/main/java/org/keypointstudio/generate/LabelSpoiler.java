package org.keypointstudio.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/** Makes right labels wrong, in the ways of {@link WrongLabelKind}. */
final class LabelSpoiler {
  private static final double LEAST_DRAG = 7;
  private static final double GREATEST_DRAG = 18;
  private static final double DECIMALS = 10_000;

  private final KeypointSchema schema;

  LabelSpoiler(KeypointSchema schema) {
    this.schema = schema;
  }

  /**
   * Labels that are wrong.
   *
   * @param kind in which way; not always the way that was asked for
   * @param labels what the file says
   */
  record Spoilt(WrongLabelKind kind, Annotation labels) {}

  /**
   * Spoils the labels of a face. Only labelled keypoints change, and each stays labelled.
   *
   * @param wanted what to do; where too few keypoints are labelled for it, a lesser thing is done
   * @param right the right labels, of which at least one is placed
   * @param other labels of another face, complete
   */
  Spoilt spoil(WrongLabelKind wanted, Annotation right, Annotation other, Random random) {
    List<IndexPair> pairs =
        schema.flipPairs().stream().filter(pair -> bothPlaced(right, pair)).toList();
    return switch (wanted) {
      case SWAPPED_SIDES ->
          pairs.size() < 2
              ? spoil(WrongLabelKind.SWAPPED_PAIR, right, other, random)
              : new Spoilt(wanted, swap(right, pairs));
      case SWAPPED_PAIR ->
          pairs.isEmpty()
              ? spoil(WrongLabelKind.DRAGGED_POINT, right, other, random)
              : new Spoilt(wanted, swap(right, List.of(pick(pairs, random))));
      case EXCHANGED_POINTS -> {
        List<IndexPair> strangers = strangers(right);
        yield strangers.isEmpty()
            ? spoil(WrongLabelKind.DRAGGED_POINT, right, other, random)
            : new Spoilt(wanted, swap(right, List.of(pick(strangers, random))));
      }
      case DRAGGED_POINT -> new Spoilt(wanted, drag(right, random));
      case OTHER_FACE -> new Spoilt(wanted, take(right, other));
    };
  }

  private static boolean bothPlaced(Annotation annotation, IndexPair pair) {
    return annotation.isPlaced(pair.first()) && annotation.isPlaced(pair.second());
  }

  private static <T> T pick(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static Annotation swap(Annotation right, List<IndexPair> pairs) {
    Annotation swapped = right;
    for (IndexPair pair : pairs) {
      swapped =
          swapped
              .with(pair.first(), right.keypoint(pair.second()))
              .with(pair.second(), right.keypoint(pair.first()));
    }
    return swapped;
  }

  private List<IndexPair> strangers(Annotation right) {
    List<IndexPair> strangers = new ArrayList<>();
    for (int first : placed(right)) {
      for (int second : placed(right)) {
        if (first < second && schema.flipPartner(first) != second) {
          strangers.add(new IndexPair(first, second));
        }
      }
    }
    return strangers;
  }

  private static List<Integer> placed(Annotation annotation) {
    return IntStream.range(0, annotation.size()).filter(annotation::isPlaced).boxed().toList();
  }

  /** Moves one point in a random direction, so far that it is plainly off, within the image. */
  private static Annotation drag(Annotation right, Random random) {
    int index = pick(placed(right), random);
    Keypoint moved;
    do {
      double angle = 2 * Math.PI * random.nextDouble();
      double reach = LEAST_DRAG + (GREATEST_DRAG - LEAST_DRAG) * random.nextDouble();
      moved =
          Keypoint.visible(
              inside(right.x(index) + reach * StrictMath.cos(angle)),
              inside(right.y(index) + reach * StrictMath.sin(angle)));
    } while (moved.distanceTo(right.keypoint(index)) < LEAST_DRAG);
    return right.with(index, moved);
  }

  private static double inside(double coordinate) {
    double clamped = Math.clamp(coordinate, 0.0, CallSheet.IMAGE_SIDE - 1.0);
    return Math.rint(clamped * DECIMALS) / DECIMALS;
  }

  private static Annotation take(Annotation right, Annotation other) {
    List<Keypoint> keypoints = new ArrayList<>();
    for (int i = 0; i < right.size(); i++) {
      keypoints.add(right.isPlaced(i) ? other.keypoint(i) : right.keypoint(i));
    }
    return Annotation.of(keypoints);
  }
}
