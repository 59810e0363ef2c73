package org.keypointstudio.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.network.TrainedModel;

/**
 * Writes a run into a hidden folder beside its place, and moves it there once it is whole. Closed
 * without that, it leaves nothing.
 */
public final class RunFolderWriter implements AutoCloseable {
  private final Path target;
  private final Path partial;
  private final RunJson json = new RunJson();

  private RunFolderWriter(Path target, Path partial) {
    this.target = target;
    this.partial = partial;
  }

  /**
   * Makes sure, before hours of training, that the folder can be written.
   *
   * @param target must not exist yet; folders above it are made
   * @throws IOException with a sentence for the person if that is not so
   */
  public static RunFolderWriter begin(Path target) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    Path name = absolute.getFileName();
    if (parent == null || name == null) {
      throw new IOException(target + " cannot hold a training run: name a folder inside another.");
    }
    if (Files.exists(absolute)) {
      throw new IOException(
          "The folder "
              + target
              + " exists already; choose another place for the run or delete it first.");
    }
    try {
      Files.createDirectories(parent);
      Path partial = parent.resolve("." + name + ".partial-" + UUID.randomUUID());
      Files.createDirectory(partial);
      return new RunFolderWriter(absolute, partial);
    } catch (IOException problem) {
      throw new IOException(
          "A training run cannot be written to %s (%s); choose a folder that you may write to."
              .formatted(target, reason(problem)),
          problem);
    }
  }

  /**
   * Writes the run and moves it to its place.
   *
   * @throws IOException with a sentence for the person if that fails; the place is left empty
   */
  public void commit(RunRecord run, TrainedModel model) throws IOException {
    Map<RunFile, byte[]> contents = new EnumMap<>(RunFile.class);
    contents.put(RunFile.RECORD, json.write(run));
    contents.put(RunFile.METRICS, metrics(run.epochs()).getBytes(StandardCharsets.UTF_8));
    contents.put(
        RunFile.MODEL,
        json.write(new RunJson.ModelDescription(model.spec(), model.schema(), model.scaling())));
    contents.put(RunFile.WEIGHTS, bytes(model.weights()));
    try {
      for (Map.Entry<RunFile, byte[]> entry : contents.entrySet()) {
        write(entry.getKey().fileName(), entry.getValue());
      }
      write(Checksums.FILE_NAME, Checksums.of(contents).text().getBytes(StandardCharsets.UTF_8));
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException problem) {
      throw new IOException(
          "The training run could not be written to %s (%s); make room or choose another folder."
              .formatted(target, reason(problem)),
          problem);
    }
  }

  private void write(String fileName, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            partial.resolve(fileName), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static byte[] bytes(float[] weights) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.multiplyExact(weights.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(weights);
    return buffer.array();
  }

  private static String metrics(List<TrainingListener.Epoch> epochs) {
    StringBuilder csv =
        new StringBuilder(
            "epoch,step,training_rmse,validation_rmse,best,learning_rate,faces_per_second,elapsed_seconds\n");
    for (TrainingListener.Epoch epoch : epochs) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,%d,%.6f,%.6f,%b,%.9g,%.3f,%.3f\n",
              epoch.epoch(),
              epoch.step(),
              epoch.trainingRmse(),
              epoch.validationRmse(),
              epoch.best(),
              epoch.learningRate(),
              epoch.facesPerSecond(),
              epoch.elapsedSeconds()));
    }
    return csv.toString();
  }

  private static String reason(IOException problem) {
    if (problem instanceof FileSystemException detailed && detailed.getReason() != null) {
      return detailed.getReason();
    }
    String name = problem.getClass().getSimpleName();
    return problem.getMessage() == null ? name : name + ": " + problem.getMessage();
  }

  /** Deletes what is not whole. */
  @Override
  public void close() throws IOException {
    if (!Files.exists(partial)) {
      return;
    }
    try (Stream<Path> files = Files.list(partial)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(partial);
  }
}
