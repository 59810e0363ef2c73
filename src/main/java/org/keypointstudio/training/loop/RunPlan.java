package org.keypointstudio.training.loop;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TargetScaling;

/**
 * What stays the same over a run, however often it is resumed.
 *
 * @param config what the person chose
 * @param dataSet where the faces came from, if that is known
 * @param schema the keypoints that are learned
 * @param network its layers
 * @param scaling of its outputs
 * @param faces number of faces in the snapshot
 * @param trainingRows positions of the faces on the learning side of the split, ascending
 * @param validationRows positions of the faces that only judge, ascending
 * @param labelsHash SHA-256 of the snapshot's labels, in hexadecimal
 * @param startedAt when training began first
 */
public record RunPlan(
    TrainingConfig config,
    Optional<Path> dataSet,
    KeypointSchema schema,
    NetworkSpec network,
    TargetScaling scaling,
    int faces,
    List<Integer> trainingRows,
    List<Integer> validationRows,
    String labelsHash,
    Instant startedAt) {
  /**
   * @throws IllegalArgumentException if the parts do not fit each other
   */
  public RunPlan {
    trainingRows = List.copyOf(trainingRows);
    validationRows = List.copyOf(validationRows);
    boolean rowsFit =
        Stream.concat(trainingRows.stream(), validationRows.stream())
            .allMatch(row -> row >= 0 && row < faces);
    boolean outputsFit =
        network.outputs() == 2 * schema.size() && network.outputs() == scaling.meanFace().size();
    if (!rowsFit || !outputsFit) {
      throw new IllegalArgumentException(
          "The rows, the network and the keypoints of the run do not fit each other");
    }
  }

  /** The split, as positions. */
  Split split() {
    return new Split(trainingRows, validationRows);
  }
}
