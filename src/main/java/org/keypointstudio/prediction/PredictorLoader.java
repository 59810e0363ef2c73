package org.keypointstudio.prediction;

import java.io.IOException;
import java.nio.file.Path;

/** Loads trained models. The port behind which the engine lives. */
public interface PredictorLoader {

  /**
   * Loads the best model of a run.
   *
   * @throws IOException with a sentence for the person if the folder is not a whole run, or its
   *     files are not the ones that the run wrote
   */
  KeypointPredictor load(Path runFolder) throws IOException;
}
