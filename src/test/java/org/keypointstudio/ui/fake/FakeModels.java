package org.keypointstudio.ui.fake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.prediction.PredictionSet;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.ui.session.ModelEntry;

/** Models that nobody trained. */
public final class FakeModels {
  private final MemoryDataSet dataSet;

  /** Models for a data set. */
  public FakeModels(MemoryDataSet dataSet) {
    this.dataSet = dataSet;
  }

  /**
   * A model with predictions.
   *
   * @param styleIndex also seeds its errors
   * @param deviation standard deviation of each coordinate's error, in pixels
   * @param heldOut positions of the faces that it has not learned from
   */
  public ModelEntry predicted(
      String name, int styleIndex, double deviation, List<Integer> heldOut) {
    ModelEntry model = withoutPredictions(name, styleIndex, heldOut);
    List<GrayImage> images = IntStream.range(0, dataSet.size()).mapToObj(dataSet::image).toList();
    try (FakePredictor predictor = new FakePredictor(dataSet, deviation, styleIndex)) {
      model
          .predictionsProperty()
          .set(
              Optional.of(
                  new PredictionSet(name, predictor.predict(images, TaskContext.unattended()))));
    }
    return model;
  }

  /** A model whose predictions are not made yet. */
  public ModelEntry withoutPredictions(String name, int styleIndex, List<Integer> heldOut) {
    RunRecord record =
        new RunRecord(
            RunRecord.FORMAT_VERSION,
            TrainingConfig.defaults(ModelKind.CNN),
            dataSet.schema().keypointNames(),
            96,
            96,
            dataSet.size(),
            heldOut,
            "0".repeat(64),
            Instant.EPOCH,
            1,
            List.of(),
            1,
            2,
            RunRecord.Outcome.EPOCHS_DONE,
            1_000,
            List.of(),
            Map.of());
    return new ModelEntry(name, Path.of("runs", name), record, styleIndex);
  }
}
