package org.keypointstudio.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.keypointstudio.prediction.FlipAveragingPredictor;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import picocli.CommandLine.Option;

/** The options of commands that apply a trained network to a data set. */
final class ModelOnData {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "RUN_DIR",
      description = "The run folder of a trained network.")
  private Path model = Path.of("");

  @Option(names = "--data", required = true, paramLabel = "PATH", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--flip-average",
      description = "Take the middle of the answers for the face and for its mirror image.")
  private boolean flipAverage;

  /**
   * Loads the model.
   *
   * @throws IOException with a sentence for the person if the folder is not a whole run
   */
  KeypointPredictor load(PredictorLoader loader) throws IOException {
    KeypointPredictor predictor = loader.load(model);
    return flipAverage ? new FlipAveragingPredictor(predictor) : predictor;
  }

  /** Whether mirror images are predicted too. */
  boolean flipAverage() {
    return flipAverage;
  }

  Path model() {
    return model;
  }

  Path data() {
    return data;
  }
}
