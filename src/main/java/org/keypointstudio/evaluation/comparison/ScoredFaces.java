package org.keypointstudio.evaluation.comparison;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.keypointstudio.evaluation.InterOcularDistance;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;

/**
 * The faces that every model of a comparison is scored on: the same for all.
 *
 * @param choice which faces were asked for
 * @param positions in the data set, counted from 0, ascending; each has a labelled keypoint
 * @param excluded faces that were asked for and that a person excluded
 * @param unlabelled other faces that were asked for and have no label to be scored by
 * @param withoutEyes scored faces without a labelled pair of eyes: no share in NME, PCK and OKS
 * @param learnedBySome scored faces that at least one model has learned from
 * @param ofKnownGroup scored faces that no model has learned from, but whose group (person, video)
 *     one has seen in training; 0 if no groups are known
 * @param clusters for each position the number, counted from 0, of its group; a number of its own
 *     where no groups are known
 * @param clusterCount how many groups there are
 * @param grouped whether groups are known
 */
public record ScoredFaces(
    FaceChoice choice,
    List<Integer> positions,
    int excluded,
    int unlabelled,
    int withoutEyes,
    int learnedBySome,
    int ofKnownGroup,
    List<Integer> clusters,
    int clusterCount,
    boolean grouped) {

  /** Copies the lists. */
  public ScoredFaces {
    positions = List.copyOf(positions);
    clusters = List.copyOf(clusters);
  }

  /** The number of scored faces. */
  public int size() {
    return positions.size();
  }

  /**
   * Chooses the faces.
   *
   * @throws ComparisonException with a sentence for the person if there is none to be scored on
   */
  static ScoredFaces of(ComparisonInput input) throws ComparisonException {
    KeypointSchema schema = input.schema();
    List<Annotation> truths = input.truths();
    List<ComparedModel> models = input.models();
    List<String> groups = input.groups();
    FaceChoice choice = input.choice();
    BitSet chosen =
        choice.choose(truths.size(), models.stream().map(ComparedModel::learned).toList());
    int chosenCount = chosen.cardinality();
    chosen.andNot(input.excluded());
    int[] asked = chosen.stream().toArray();
    List<Integer> scored =
        IntStream.of(asked).filter(face -> truths.get(face).placedCount() > 0).boxed().toList();
    if (scored.isEmpty()) {
      throw nothingToScore(input, chosenCount, asked.length);
    }
    Map<String, Integer> numbers = new HashMap<>();
    List<Integer> clusters =
        IntStream.range(0, scored.size())
            .map(
                place ->
                    groups.isEmpty()
                        ? place
                        : numbers.computeIfAbsent(
                            groups.get(scored.get(place)), _ -> numbers.size()))
            .boxed()
            .toList();
    BitSet learned = learnedBySome(models);
    return new ScoredFaces(
        choice,
        scored,
        chosenCount - asked.length,
        asked.length - scored.size(),
        (int)
            scored.stream()
                .filter(face -> InterOcularDistance.of(schema, truths.get(face)).isEmpty())
                .count(),
        (int) scored.stream().filter(learned::get).count(),
        ofKnownGroup(scored, groups, learned),
        clusters,
        groups.isEmpty() ? scored.size() : numbers.size(),
        !groups.isEmpty());
  }

  private static BitSet learnedBySome(List<ComparedModel> models) {
    BitSet learned = new BitSet();
    models.forEach(model -> learned.or(model.learned()));
    return learned;
  }

  private static int ofKnownGroup(List<Integer> scored, List<String> groups, BitSet learned) {
    if (groups.isEmpty()) {
      return 0;
    }
    Set<String> known = new HashSet<>();
    learned.stream().filter(face -> face < groups.size()).mapToObj(groups::get).forEach(known::add);
    return (int)
        scored.stream()
            .filter(face -> !learned.get(face) && known.contains(groups.get(face)))
            .count();
  }

  private static ComparisonException nothingToScore(ComparisonInput input, int chosen, int asked) {
    List<Annotation> truths = input.truths();
    List<ComparedModel> models = input.models();
    FaceChoice choice = input.choice();
    boolean labelled = truths.stream().anyMatch(truth -> truth.placedCount() > 0);
    if (!labelled) {
      return new ComparisonException(
          "The data set has no labels to compare the models by: open one with labels, or label some"
              + " faces first.");
    }
    if (asked > 0) {
      return new ComparisonException(
          "None of the %,d faces that were asked for has a label: label some of them, or compare on all faces."
              .formatted(asked));
    }
    if (chosen > 0) {
      return new ComparisonException(
          "All of the %,d faces that were asked for are tagged \"excluded\": take the tag from some of them, or compare on all faces."
              .formatted(chosen));
    }
    boolean several = models.size() > 1;
    return new ComparisonException(
        switch (choice) {
          case HELD_OUT ->
              (several
                      ? "Each of the %,d faces was learned from by at least one of the %d models:"
                          + " train them with the same seed and share of held-out faces, or"
                          + " compare on all faces."
                      : "The model has learned from each of the %,d faces: compare on all faces.")
                  .formatted(truths.size(), models.size());
          case TRAINING ->
              "No face was learned from by all %d models: compare on all faces."
                  .formatted(models.size());
          case ALL -> "The data set has no faces: open another one.";
        });
  }
}
