package org.keypointstudio.dataset.format.sleap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaGuess;

/** The columns of the file's tables in SLEAP's order, and the schema of its skeletons. */
final class SleapColumns {
  static final List<String> FRAMES =
      List.of("frame_id", "video", "frame_idx", "instance_id_start", "instance_id_end");
  static final List<String> INSTANCES =
      List.of(
          "instance_id",
          "instance_type",
          "frame_id",
          "skeleton",
          "track",
          "from_predicted",
          "score",
          "point_id_start",
          "point_id_end");
  static final List<String> POINTS = List.of("x", "y", "visible", "complete");

  private SleapColumns() {}

  /** The schema of all nodes, with the pairs and lines that the skeletons give. */
  static KeypointSchema schema(List<String> names, List<SleapSkeleton> skeletons) {
    KeypointSchema guess = SchemaGuess.of(names);
    List<IndexPair> lines = new ArrayList<>();
    List<IndexPair> pairs = new ArrayList<>();
    boolean[] paired = new boolean[guess.size()];
    for (SleapSkeleton skeleton : skeletons) {
      skeleton.lines().forEach(line -> pair(line, guess).ifPresent(lines::add));
      for (SleapSkeleton.Link mirrored : skeleton.pairs()) {
        Optional<IndexPair> pair = pair(mirrored, guess);
        if (pair.isPresent() && !paired[pair.get().first()] && !paired[pair.get().second()]) {
          paired[pair.get().first()] = true;
          paired[pair.get().second()] = true;
          pairs.add(pair.get());
        }
      }
    }
    return new KeypointSchema(
        guess.name(),
        guess.keypointNames(),
        pairs.isEmpty() ? guess.flipPairs() : pairs,
        lines.isEmpty() ? guess.skeleton() : lines.stream().distinct().toList(),
        guess.interOcularPairs(),
        guess.colors());
  }

  private static Optional<IndexPair> pair(SleapSkeleton.Link link, KeypointSchema schema) {
    int first = schema.indexOf(link.first());
    int second = schema.indexOf(link.second());
    return first < 0 || second < 0 || first == second
        ? Optional.empty()
        : Optional.of(new IndexPair(first, second));
  }
}
