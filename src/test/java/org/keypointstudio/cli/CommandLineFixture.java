package org.keypointstudio.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingException;
import picocli.CommandLine;

/** Runs commands in this process and remembers what they wrote. */
final class CommandLineFixture {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> windowCalls = new ArrayList<>();

  Trainer trainer =
      (config, faces, folder, listener, control) -> {
        throw new TrainingException("There is no trainer here.");
      };

  PredictorLoader loader = folder -> new SameAnswer();

  boolean terminal;

  /** The store of the commands, whose project folders lie beside the data sets. */
  static LabelStore labels() {
    return new LabelStore(
        new DataSetFiles(), path -> ProjectFolder.of(path, path.resolveSibling("home")));
  }

  int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  /** All commands. */
  CommandLine commandLine() {
    return KeypointStudioCommand.create(
        new CommandPorts(
            labels(),
            trainer,
            folder -> loader.load(folder),
            new RecordingWindow(),
            new Console(new PrintWriter(out), new PrintWriter(err), terminal)));
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  List<String> windowCalls() {
    return windowCalls;
  }

  private final class RecordingWindow implements WindowOpener {
    @Override
    public void open(Optional<Path> data) {
      windowCalls.add("open " + data.map(Path::toString).orElse("nothing"));
    }

    @Override
    public void tour(
        Path data, Path target, Duration trainingTime, boolean guide, Consumer<String> report) {
      windowCalls.add(
          "tour %s %s %d s%s"
              .formatted(data, target, trainingTime.toSeconds(), guide ? " for the guide" : ""));
      report.accept("Opened the data set.");
    }
  }

  /** Places keypoint k of every face at (10 + k, 20 + k). */
  static final class SameAnswer implements KeypointPredictor {
    @Override
    public KeypointSchema schema() {
      return KeypointSchema.kaggle15();
    }

    @Override
    public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
      double[] coordinates = new double[30];
      for (int k = 0; k < 15; k++) {
        coordinates[2 * k] = 10 + k;
        coordinates[2 * k + 1] = 20 + k;
      }
      return images.stream().map(image -> Annotation.ofCoordinates(coordinates)).toList();
    }

    @Override
    public void close() {}
  }
}
