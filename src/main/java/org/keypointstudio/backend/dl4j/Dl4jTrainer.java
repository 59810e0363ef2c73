package org.keypointstudio.backend.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import org.keypointstudio.project.RunFolderWriter;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.loop.TrainingResult;
import org.keypointstudio.training.loop.TrainingSession;
import org.keypointstudio.training.network.NetworkEngine;

/** Trains networks and writes their run folders. */
public final class Dl4jTrainer implements Trainer {
  private final NetworkEngine engine;

  /** With the engine of our own steps, the faster one. */
  public Dl4jTrainer() {
    this(new NativeEngine());
  }

  /** With an engine of one's choice. */
  public Dl4jTrainer(NetworkEngine engine) {
    this.engine = engine;
  }

  @Override
  public RunRecord train(
      TrainingConfig config,
      TrainingFaces faces,
      Path runFolder,
      TrainingListener listener,
      TrainingControl control)
      throws TrainingException {
    try (RunFolderWriter folder = RunFolderWriter.begin(runFolder)) {
      TrainingResult result = new TrainingSession(engine, config, faces).run(listener, control);
      folder.commit(result.record(), result.model());
      return result.record();
    } catch (IOException problem) {
      throw new TrainingException(String.valueOf(problem.getMessage()), problem);
    } catch (OutOfMemoryError problem) {
      throw new TrainingException(
          "There was not enough memory to train with batches of %d faces; try smaller batches or close other programs."
              .formatted(config.batchSize()),
          problem);
    }
  }
}
