package org.keypointstudio.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.keypointstudio.training.TrainingListener;

/** {@code metrics.csv}: a line for each epoch, added while the run trains. */
final class MetricsFile {
  private static final String HEADER =
      "epoch,step,training_rmse,validation_rmse,best,learning_rate,faces_per_second,elapsed_seconds\n";

  private final Path path;

  MetricsFile(Path path) {
    this.path = path;
  }

  /** Begins the file anew with the epochs so far. */
  void begin(List<TrainingListener.Epoch> epochs) throws IOException {
    Files.write(path, content(epochs));
  }

  void append(TrainingListener.Epoch epoch) throws IOException {
    Files.writeString(path, line(epoch), StandardOpenOption.APPEND);
  }

  /** All of the file. */
  static byte[] content(List<TrainingListener.Epoch> epochs) {
    StringBuilder csv = new StringBuilder(HEADER);
    epochs.forEach(epoch -> csv.append(line(epoch)));
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(TrainingListener.Epoch epoch) {
    return String.format(
        Locale.ROOT,
        "%d,%d,%.6f,%.6f,%b,%.9g,%.3f,%.3f\n",
        epoch.epoch(),
        epoch.step(),
        epoch.trainingRmse(),
        epoch.validationRmse(),
        epoch.best(),
        epoch.learningRate(),
        epoch.facesPerSecond(),
        epoch.elapsedSeconds());
  }
}
