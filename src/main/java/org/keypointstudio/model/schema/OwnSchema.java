package org.keypointstudio.model.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.model.KeypointSchema;

/**
 * A schema that a person made of the one that a data file gives: other names, another order, other
 * pairs, lines and colours. The keypoints are the file's, so no label is lost by it.
 *
 * @param schema as the person wants it
 * @param sources for each keypoint of the schema its name in the data file
 */
public record OwnSchema(KeypointSchema schema, List<String> sources) {

  /**
   * @throws IllegalArgumentException if there is not one source a keypoint, or one is there twice
   */
  public OwnSchema {
    sources = List.copyOf(sources);
    if (sources.size() != schema.size() || new HashSet<>(sources).size() != sources.size()) {
      throw new IllegalArgumentException(
          "%d keypoints cannot be those of the file's %s".formatted(schema.size(), sources));
    }
  }

  /** The file's own schema. */
  public static OwnSchema of(KeypointSchema schema) {
    return new OwnSchema(schema, schema.keypointNames());
  }

  /**
   * Where the keypoints are in the file's schema: the index there of each keypoint here.
   *
   * @return nothing if the file's keypoints are others than the sources
   */
  public Optional<List<Integer>> order(KeypointSchema file) {
    List<Integer> order = new ArrayList<>(sources.size());
    for (String source : sources) {
      order.add(file.indexOf(source));
    }
    return file.size() == sources.size() && !order.contains(-1)
        ? Optional.of(List.copyOf(order))
        : Optional.empty();
  }
}
