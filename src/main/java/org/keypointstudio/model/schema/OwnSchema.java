package org.keypointstudio.model.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keypointstudio.model.KeypointSchema;

/**
 * A schema that a person made of the one that a data file gives: other names, another order, other
 * pairs, lines and colours, keypoints more or fewer. The file stays as it is: what is left out
 * stays in it unseen, and what is added is kept beside it.
 *
 * @param schema as the person wants it
 * @param sources for each keypoint of the schema its name in the data file; that of an added one is
 *     the name under which it is kept beside the file
 * @param added the sources that the file does not have
 * @param leftOut the file's keypoints that the schema does not have
 */
public record OwnSchema(
    KeypointSchema schema, List<String> sources, Set<String> added, Set<String> leftOut) {

  /**
   * @throws IllegalArgumentException if there is not one source a keypoint, one is there twice, or
   *     one is added that is no source, or left out that is one
   */
  public OwnSchema {
    sources = List.copyOf(sources);
    added = Set.copyOf(added);
    leftOut = Set.copyOf(leftOut);
    if (sources.size() != schema.size() || new HashSet<>(sources).size() != sources.size()) {
      throw new IllegalArgumentException(
          "%d keypoints cannot be those of the file's %s".formatted(schema.size(), sources));
    }
    if (!new HashSet<>(sources).containsAll(added)
        || sources.stream().anyMatch(leftOut::contains)) {
      throw new IllegalArgumentException(
          "%s are added and %s left out of %s".formatted(added, leftOut, sources));
    }
  }

  /** A schema of all keypoints of the file and no others. */
  public OwnSchema(KeypointSchema schema, List<String> sources) {
    this(schema, sources, Set.of(), Set.of());
  }

  /** The file's own schema. */
  public static OwnSchema of(KeypointSchema schema) {
    return new OwnSchema(schema, schema.keypointNames());
  }

  /** The sources that the file does not have, in the schema's order. */
  public List<String> addedSources() {
    return sources.stream().filter(added::contains).toList();
  }

  /**
   * Where the keypoints are among the file's, behind which the {@link #addedSources} stand: the
   * index there of each keypoint here.
   *
   * @return nothing if the file's keypoints are others than the sources and what is left out
   */
  public Optional<List<Integer>> order(KeypointSchema file) {
    List<String> all = new ArrayList<>(file.keypointNames());
    all.addAll(addedSources());
    List<Integer> order = new ArrayList<>(sources.size());
    for (String source : sources) {
      order.add(all.indexOf(source));
    }
    Set<String> named = new HashSet<>(sources);
    named.addAll(leftOut);
    return new HashSet<>(all).size() == all.size() && named.equals(new HashSet<>(all))
        ? Optional.of(List.copyOf(order))
        : Optional.empty();
  }
}
