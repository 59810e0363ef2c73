package org.keypointstudio.backend.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.training.network.CommitteeEngine;
import org.keypointstudio.training.network.NetworkEngine;
import org.keypointstudio.training.network.TrainedModel;

/** Loads the models of run folders. */
public final class Dl4jPredictorLoader implements PredictorLoader {
  private final NetworkEngine engine;

  /** With the engine of our own steps, the faster one. */
  public Dl4jPredictorLoader() {
    this(new NativeEngine());
  }

  /** With an engine of one's choice. */
  public Dl4jPredictorLoader(NetworkEngine engine) {
    this.engine = new CommitteeEngine(engine);
  }

  @Override
  public KeypointPredictor load(Path runFolder) throws IOException {
    TrainedModel model = new RunFolder(runFolder).readModel();
    return new NetworkPredictor(model, engine.inference(model.spec(), model.weights()));
  }
}
