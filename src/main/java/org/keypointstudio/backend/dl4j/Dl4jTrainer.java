package org.keypointstudio.backend.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.project.RunFolderWriter;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.loop.RunJournal;
import org.keypointstudio.training.loop.RunProgress;
import org.keypointstudio.training.loop.SavedRun;
import org.keypointstudio.training.loop.TrainingResult;
import org.keypointstudio.training.loop.TrainingSession;
import org.keypointstudio.training.network.CommitteeEngine;
import org.keypointstudio.training.network.NetworkEngine;
import org.keypointstudio.training.network.TrainedModel;

/** Trains networks and writes their run folders. */
public final class Dl4jTrainer implements Trainer {
  private final NetworkEngine engine;

  /** With the engine of our own steps, the faster one. */
  public Dl4jTrainer() {
    this(new NativeEngine());
  }

  /** With an engine of one's choice. */
  public Dl4jTrainer(NetworkEngine engine) {
    this.engine = new CommitteeEngine(engine);
  }

  @Override
  public RunRecord train(
      TrainingConfig config,
      TrainingFaces faces,
      Path runFolder,
      TrainingListener listener,
      TrainingControl control)
      throws TrainingException {
    Optional<TrainedModel> earlier = earlier(config);
    return inFolder(
        () -> RunFolderWriter.begin(runFolder),
        config.batchSize(),
        journal ->
            new TrainingSession(engine, faces, journal, listener, control).start(config, earlier));
  }

  private static Optional<TrainedModel> earlier(TrainingConfig config) throws TrainingException {
    try {
      return config.warmStart().isEmpty()
          ? Optional.empty()
          : Optional.of(new RunFolder(config.warmStart().get()).readModel());
    } catch (IOException problem) {
      throw new TrainingException(String.valueOf(problem.getMessage()), problem);
    }
  }

  @Override
  public RunRecord resume(
      Path runFolder, TrainingFaces faces, TrainingListener listener, TrainingControl control)
      throws TrainingException {
    SavedRun saved = saved(runFolder);
    RunProgress progress = saved.last().progress();
    return inFolder(
        () -> RunFolderWriter.resume(runFolder, progress.epochs()),
        saved.last().plan().config().batchSize(),
        journal -> new TrainingSession(engine, faces, journal, listener, control).resume(saved));
  }

  private static SavedRun saved(Path runFolder) throws TrainingException {
    RunFolder folder = new RunFolder(runFolder);
    try {
      if (folder.exists() && !folder.isResumable()) {
        throw new TrainingException(
            "The run in %s has ended, so there is nothing to resume; a new run can start from its weights."
                .formatted(runFolder));
      }
      return folder.readSavedRun();
    } catch (IOException problem) {
      throw new TrainingException(String.valueOf(problem.getMessage()), problem);
    }
  }

  /** Opens a folder. */
  private interface Opening {
    RunFolderWriter open() throws IOException;
  }

  /** Trains. */
  private interface Training {
    TrainingResult train(RunJournal journal) throws TrainingException;
  }

  private static RunRecord inFolder(Opening opening, int batchSize, Training training)
      throws TrainingException {
    try (RunFolderWriter folder = opening.open()) {
      TrainingResult result = trained(folder, training);
      folder.commit(result.record(), result.model());
      return result.record();
    } catch (IOException problem) {
      throw new TrainingException(String.valueOf(problem.getMessage()), problem);
    } catch (OutOfMemoryError problem) {
      throw new TrainingException(
          "There was not enough memory to train with batches of %d faces; try smaller batches or close other programs."
              .formatted(batchSize),
          problem);
    }
  }

  private static TrainingResult trained(RunFolderWriter folder, Training training)
      throws TrainingException {
    try {
      return training.train(folder);
    } catch (CancellationException problem) {
      folder.discard();
      throw problem;
    }
  }
}
