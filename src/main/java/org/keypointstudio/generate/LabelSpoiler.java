package org.keypointstudio.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.keypointstudio.generate.face.Seeds;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/** Makes right labels wrong, in one of the ways of {@link WrongLabelKind}. */
final class LabelSpoiler {
  /** What is tried in turn where the keypoints of a row do not allow a kind. */
  private static final WrongLabelKind[] KINDS = WrongLabelKind.values();

  private static final double LEAST_DRAG = 7;
  private static final double GREATEST_DRAG = 18;
  private static final double DECIMALS = 10_000;

  private final KeypointSchema schema;
  private final long seed;

  LabelSpoiler(KeypointSchema schema, long seed) {
    this.schema = schema;
    this.seed = seed;
  }

  /**
   * Spoils the labels of a row. Only labelled keypoints change, and only in place.
   *
   * @param row decides what happens, together with the seed
   * @param ordinal which kind is wanted, counted round the kinds
   * @param right the right labels; at least two are placed
   * @param other labels of another face, complete
   */
  Annotation spoil(int row, int ordinal, Annotation right, Annotation other) {
    WrongLabelKind kind = kind(ordinal);
    Random random = new Random(Seeds.mix(Seeds.mix(seed, 5), row));
    return switch (kind) {
      case SWAPPED_PAIR -> {
        List<IndexPair> pairs =
            schema.flipPairs().stream().filter(pair -> bothPlaced(right, pair)).toList();
        yield pairs.isEmpty() ? drag(right, random) : swap(right, pick(pairs, random));
      }
      case SWAPPED_SIDES -> {
        Annotation swapped = right;
        for (IndexPair pair : schema.flipPairs()) {
          swapped = bothPlaced(right, pair) ? swap(swapped, pair) : swapped;
        }
        yield swapped;
      }
      case DRAGGED_POINT -> drag(right, random);
      case EXCHANGED_POINTS -> exchange(right, random);
      case OTHER_FACE -> {
        List<Keypoint> keypoints = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
          keypoints.add(right.isPlaced(i) ? other.keypoint(i) : right.keypoint(i));
        }
        yield Annotation.of(keypoints);
      }
    };
  }

  /** The kind of the n-th wrong label of a file. */
  static WrongLabelKind kind(int ordinal) {
    return KINDS[ordinal % KINDS.length];
  }

  private static boolean bothPlaced(Annotation annotation, IndexPair pair) {
    return annotation.isPlaced(pair.first()) && annotation.isPlaced(pair.second());
  }

  private static <T> T pick(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static Annotation swap(Annotation annotation, IndexPair pair) {
    return annotation
        .with(pair.first(), annotation.keypoint(pair.second()))
        .with(pair.second(), annotation.keypoint(pair.first()));
  }

  private static List<Integer> placed(Annotation annotation) {
    return IntStream.range(0, annotation.size()).filter(annotation::isPlaced).boxed().toList();
  }

  private static Annotation drag(Annotation right, Random random) {
    int index = pick(placed(right), random);
    double angle = 2 * Math.PI * random.nextDouble();
    double reach = LEAST_DRAG + (GREATEST_DRAG - LEAST_DRAG) * random.nextDouble();
    double x = inside(right.x(index) + reach * StrictMath.cos(angle));
    double y = inside(right.y(index) + reach * StrictMath.sin(angle));
    return right.with(index, Keypoint.visible(x, y));
  }

  private static double inside(double coordinate) {
    double clamped = Math.clamp(coordinate, 0.0, CallSheet.IMAGE_SIDE - 1.0);
    return Math.rint(clamped * DECIMALS) / DECIMALS;
  }

  private Annotation exchange(Annotation right, Random random) {
    List<IndexPair> strangers = new ArrayList<>();
    for (int first : placed(right)) {
      for (int second : placed(right)) {
        if (first < second && schema.flipPartner(first) != second) {
          strangers.add(new IndexPair(first, second));
        }
      }
    }
    return strangers.isEmpty() ? drag(right, random) : swap(right, pick(strangers, random));
  }
}
