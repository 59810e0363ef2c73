package org.keypointstudio.dataset.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaGuess;

/**
 * The schema of a file that names its keypoints, and where in it each of the file's names is: a
 * schema that is known by its names has an order of its own.
 *
 * @param schema of the file's keypoints
 * @param positions for each keypoint in the file's order its index in the schema
 */
public record KeypointOrder(KeypointSchema schema, List<Integer> positions) {

  /** Copies the list. */
  public KeypointOrder {
    positions = List.copyOf(positions);
  }

  /**
   * The order of a file's names.
   *
   * @param fileName for the sentence if the names are wrong
   * @param names in the file's order
   * @param skeleton lines between positions in the file's order; pairs that name no keypoint are
   *     left out. Empty where the file does not say: a schema that is known by its names then has
   *     its own
   * @throws DataSetException if there are no names, or two are the same
   */
  public static KeypointOrder of(String fileName, List<String> names, List<IndexPair> skeleton)
      throws DataSetException {
    if (names.isEmpty()) {
      throw new DataSetException(
          fileName + " names no keypoints: expected at least one that is labelled.");
    }
    for (String name : names) {
      if (name.isBlank()) {
        throw new DataSetException(
            fileName + " has a keypoint without a name: give every keypoint a name of its own.");
      }
    }
    if (new HashSet<>(names).size() < names.size()) {
      List<String> rest = new ArrayList<>(names);
      new HashSet<>(names).forEach(rest::remove);
      throw new DataSetException(
          "%s names the keypoint %s twice: give every keypoint a name of its own."
              .formatted(fileName, Excerpt.of(rest.getFirst())));
    }
    KeypointSchema guess = SchemaGuess.of(names);
    List<Integer> positions = names.stream().map(guess::indexOf).toList();
    List<IndexPair> lines =
        skeleton.stream()
            .filter(line -> isAmong(names, line.first()) && isAmong(names, line.second()))
            .map(line -> new IndexPair(positions.get(line.first()), positions.get(line.second())))
            .toList();
    return new KeypointOrder(lines.isEmpty() ? guess : withSkeleton(guess, lines), positions);
  }

  private static boolean isAmong(List<String> names, int index) {
    return index >= 0 && index < names.size();
  }

  private static KeypointSchema withSkeleton(KeypointSchema schema, List<IndexPair> lines) {
    return new KeypointSchema(
        schema.name(),
        schema.keypointNames(),
        schema.flipPairs(),
        lines,
        schema.interOcularPairs(),
        schema.colors());
  }

  /**
   * Keypoints in the file's order, brought into the schema's.
   *
   * @param inFile one for each of the file's names
   */
  public List<Keypoint> arranged(List<Keypoint> inFile) {
    List<Keypoint> arranged = new ArrayList<>(inFile);
    for (int i = 0; i < inFile.size(); i++) {
      arranged.set(positions.get(i), inFile.get(i));
    }
    return arranged;
  }
}
