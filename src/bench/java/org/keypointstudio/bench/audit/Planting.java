package org.keypointstudio.bench.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/**
 * Labels with planted errors.
 *
 * @param labels one annotation a face, in the data set's order; every point that was labelled still
 *     is
 * @param wrong what was planted
 */
record Planting(List<Annotation> labels, Map<Point, PlantedKind> wrong) {

  /**
   * One point of one face.
   *
   * @param face position in the data set
   * @param keypoint index in the schema
   */
  record Point(int face, int keypoint) {}

  /**
   * Plants errors of all kinds in turn.
   *
   * @param groups the person on each face; another face's labels are another person's
   * @param share of the rows that get an error
   */
  static Planting of(
      KeypointSchema schema, List<Annotation> truth, List<String> groups, double share, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, truth.size()).boxed().toList());
    Random random = new Random(seed);
    Collections.shuffle(order, random);
    List<Annotation> labels = new ArrayList<>(truth);
    Map<Point, PlantedKind> wrong = new LinkedHashMap<>();
    Planter planter = new Planter(schema, truth, groups, random);
    List<PlantedKind> kinds = List.of(PlantedKind.values());
    int planted = 0;
    for (int face : order) {
      if (planted >= share * truth.size()) {
        break;
      }
      PlantedKind kind = kinds.get(planted % kinds.size());
      Annotation spoilt = planter.spoilt(face, kind);
      if (!spoilt.equals(truth.get(face))) {
        labels.set(face, spoilt);
        planted++;
        for (int k = 0; k < spoilt.size(); k++) {
          if (!spoilt.keypoint(k).equals(truth.get(face).keypoint(k))) {
            wrong.put(new Point(face, k), kind);
          }
        }
      }
    }
    return new Planting(List.copyOf(labels), wrong);
  }

  /** Spoils one face at a time. */
  private record Planter(
      KeypointSchema schema, List<Annotation> truth, List<String> groups, Random random) {

    /** The face with an error; as it is if it has not the points for it. */
    Annotation spoilt(int face, PlantedKind kind) {
      Annotation labels = truth.get(face);
      List<Integer> placed =
          new ArrayList<>(
              IntStream.range(0, labels.size()).filter(labels::isPlaced).boxed().toList());
      Collections.shuffle(placed, random);
      List<IndexPair> pairs =
          new ArrayList<>(
              schema.flipPairs().stream()
                  .filter(pair -> labels.isPlaced(pair.first()) && labels.isPlaced(pair.second()))
                  .toList());
      Collections.shuffle(pairs, random);
      return switch (kind) {
        case PAIR_SWAPPED -> swapped(labels, pairs.subList(0, Math.min(1, pairs.size())));
        case FACE_SWAPPED -> swapped(labels, pairs);
        case MOVED_4 -> moved(labels, placed, 4);
        case MOVED_8 -> moved(labels, placed, 8);
        case MOVED_16 -> moved(labels, placed, 16);
        case EXCHANGED -> exchanged(labels, placed);
        case OTHER_FACE -> ofAnother(face, placed);
      };
    }

    private static Annotation swapped(Annotation labels, List<IndexPair> pairs) {
      Annotation swapped = labels;
      for (IndexPair pair : pairs) {
        swapped =
            swapped
                .with(pair.first(), labels.keypoint(pair.second()))
                .with(pair.second(), labels.keypoint(pair.first()));
      }
      return swapped;
    }

    private Annotation moved(Annotation labels, List<Integer> placed, double distance) {
      if (placed.isEmpty()) {
        return labels;
      }
      int k = placed.getFirst();
      double angle = 2 * Math.PI * random.nextDouble();
      return labels.with(
          k,
          Keypoint.visible(
              labels.x(k) + distance * Math.cos(angle), labels.y(k) + distance * Math.sin(angle)));
    }

    private Annotation exchanged(Annotation labels, List<Integer> placed) {
      for (int i = 1; i < placed.size(); i++) {
        if (schema.flipPartner(placed.getFirst()) != placed.get(i)) {
          return swapped(labels, List.of(new IndexPair(placed.getFirst(), placed.get(i))));
        }
      }
      return labels;
    }

    private Annotation ofAnother(int face, List<Integer> placed) {
      List<Integer> donors =
          IntStream.range(0, truth.size())
              .filter(
                  other ->
                      !groups.get(other).equals(groups.get(face))
                          && placed.stream().allMatch(truth.get(other)::isPlaced))
              .boxed()
              .toList();
      Annotation labels = truth.get(face);
      if (donors.isEmpty()) {
        return labels;
      }
      Annotation donor = truth.get(donors.get(random.nextInt(donors.size())));
      for (int k : placed) {
        labels = labels.with(k, donor.keypoint(k));
      }
      return labels;
    }
  }
}
