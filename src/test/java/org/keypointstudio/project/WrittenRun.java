package org.keypointstudio.project;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.network.Architectures;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TargetScaling;
import org.keypointstudio.training.network.TrainedModel;

/** Run folders of networks that nobody trained. */
public final class WrittenRun {
  private WrittenRun() {}

  /**
   * Writes a run.
   *
   * @param keypointNames that its record names
   * @param faces how many its data set had
   * @param heldOut positions of the faces that it has not learned from
   */
  public static Path write(
      Path folder, List<String> keypointNames, int faces, List<Integer> heldOut, String labelsHash)
      throws IOException {
    NetworkSpec spec = Architectures.of(ModelKind.SEQUENTIAL, 15);
    TrainedModel model =
        new TrainedModel(
            spec,
            KeypointSchema.kaggle15(),
            new TargetScaling(Collections.nCopies(30, 47.25), 48),
            new float[spec.parameterCount()]);
    RunRecord record =
        new RunRecord(
            RunRecord.FORMAT_VERSION,
            TrainingConfig.defaults(ModelKind.SEQUENTIAL),
            keypointNames,
            4,
            4,
            faces,
            heldOut,
            labelsHash,
            Instant.EPOCH,
            1,
            List.of(),
            1,
            2,
            RunRecord.Outcome.EPOCHS_DONE,
            spec.parameterCount(),
            List.of(),
            Map.of());
    try (RunFolderWriter writer = RunFolderWriter.begin(folder)) {
      writer.commit(record, model);
    }
    return folder;
  }
}
