package org.keypointstudio.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.keypointstudio.backend.dl4j.Dl4jFeatureExtractor;
import org.keypointstudio.backend.dl4j.Dl4jPredictorLoader;
import org.keypointstudio.backend.dl4j.Dl4jTrainer;
import org.keypointstudio.cli.CommandPorts;
import org.keypointstudio.cli.Console;
import org.keypointstudio.cli.KeypointStudioCommand;
import org.keypointstudio.cli.WindowOpener;
import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.prediction.FeatureExtractor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.project.audit.Auditor;
import org.keypointstudio.project.audit.OutOfFoldAuditor;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.ui.tour.TourException;
import picocli.CommandLine;

/**
 * Wires the layers together. The engine and the window are made only when a command asks for them,
 * so that a command that needs neither starts at once and runs where neither can.
 */
final class AppContext {
  private final DataSetStore store = new DataSetFiles();
  private final Trainer trainer = new LateTrainer();
  private final PredictorLoader loader =
      folder -> {
        NativeEnvironment.ofProcess().prepare();
        return new Dl4jPredictorLoader().load(folder);
      };
  private final FeatureExtractor extractor =
      (folder, size, images, context) -> {
        NativeEnvironment.ofProcess().prepare();
        return new Dl4jFeatureExtractor().features(folder, size, images, context);
      };
  private final Auditor auditor = new OutOfFoldAuditor(trainer, loader);

  /** The commands of this process. */
  CommandLine commandLine() {
    return KeypointStudioCommand.create(
        new CommandPorts(
            new LabelStore(store, path -> ProjectFolder.of(path, home())),
            trainer,
            loader,
            new LateWindow(),
            Console.ofProcess()));
  }

  private Desktop desktop() {
    return new Desktop(store, trainer, loader, extractor, auditor, home());
  }

  /** The person's folder for this program. */
  private static Path home() {
    return UserFolder.of(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
  }

  private static final class LateTrainer implements Trainer {
    private static Trainer engine() {
      NativeEnvironment.ofProcess().prepare();
      return new Dl4jTrainer();
    }

    @Override
    public RunRecord train(
        TrainingConfig config,
        TrainingFaces faces,
        Path runFolder,
        TrainingListener listener,
        TrainingControl control)
        throws TrainingException {
      return engine().train(config, faces, runFolder, listener, control);
    }

    @Override
    public RunRecord resume(
        Path runFolder, TrainingFaces faces, TrainingListener listener, TrainingControl control)
        throws TrainingException {
      return engine().resume(runFolder, faces, listener, control);
    }
  }

  private final class LateWindow implements WindowOpener {
    @Override
    public void open(Optional<Path> data) throws IOException, InterruptedException {
      Display.ofProcess().require();
      desktop().open(data);
    }

    @Override
    public void tour(
        Path data, Path out, Duration trainingTime, boolean guide, Consumer<String> report)
        throws IOException, InterruptedException {
      Display.ofProcess().doWithoutIfMissing();
      try {
        desktop().tour(data, out, trainingTime, guide, report);
      } catch (TourException problem) {
        throw new IOException(problem.getMessage(), problem);
      }
    }
  }
}
