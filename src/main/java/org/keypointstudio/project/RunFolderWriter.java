package org.keypointstudio.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.loop.Checkpoint;
import org.keypointstudio.training.loop.RunJournal;
import org.keypointstudio.training.network.TrainedModel;

/**
 * Writes a run into its folder while it trains. The folder counts as a run only once its checksums
 * are there, which are written last; before that it can be resumed if a checkpoint was saved. Each
 * file but the log and the metrics is replaced in one step.
 */
public final class RunFolderWriter implements RunJournal, AutoCloseable {
  private static final String LOG = "log.txt";
  private static final long ROOM_FOR_TEXTS = 4L << 20;

  /**
   * A checkpoint holds the weights and up to two numbers that the optimizer remembers of each;
   * there are the best one, the last one, and one that is about to take the place of another.
   */
  private static final long BYTES_A_PARAMETER = 3L * 3 * Float.BYTES;

  private final Path folder;
  private final RunLock lock;
  private final MetricsFile metrics;
  private final RunJson json = new RunJson();
  private final boolean resumed;
  private boolean worthKeeping;

  private RunFolderWriter(Path folder, RunLock lock, boolean resumed) {
    this.folder = folder;
    this.lock = lock;
    this.resumed = resumed;
    worthKeeping = resumed;
    metrics = new MetricsFile(folder.resolve(RunFile.METRICS.fileName()));
  }

  /**
   * Makes the folder of a new run; before hours of training, so that it can be written.
   *
   * @param target must not exist yet; folders above it are made
   * @throws IOException with a sentence for the person if that is not so
   */
  public static RunFolderWriter begin(Path target) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new IOException(target + " cannot hold a training run: name a folder inside another.");
    }
    RunFolder existing = new RunFolder(absolute);
    if (existing.isAbandoned()) {
      deleteAll(absolute);
    }
    if (Files.exists(absolute)) {
      throw new IOException(
          "The folder "
              + target
              + (existing.isInterrupted()
                  ? " holds a run that was interrupted; resume it, choose another place or delete"
                      + " it first."
                  : " exists already; choose another place for the run or delete it first."));
    }
    try {
      Files.createDirectories(parent);
      Files.createDirectory(absolute);
      RunFolderWriter writer = new RunFolderWriter(absolute, lock(absolute), false);
      writer.metrics.begin(List.of());
      return writer;
    } catch (IOException problem) {
      throw new IOException(
          "A training run cannot be written to %s (%s); choose a folder that you may write to."
              .formatted(target, reason(problem)),
          problem);
    }
  }

  /**
   * Takes the folder of a run that goes on.
   *
   * @param epochs that the run goes on after
   * @throws IOException with a sentence for the person if it trains already or cannot be written
   */
  public static RunFolderWriter resume(Path folder, List<TrainingListener.Epoch> epochs)
      throws IOException {
    RunFolderWriter writer = new RunFolderWriter(folder, lock(folder), true);
    writer.deleteLeftovers();
    if (!new RunFolder(folder).exists()) {
      writer.metrics.begin(epochs);
    }
    return writer;
  }

  private static RunLock lock(Path folder) throws IOException {
    return RunLock.take(folder)
        .orElseThrow(
            () -> new IOException("The run in " + folder + " is being trained at this moment."));
  }

  @Override
  public void requireRoom(long parameters) throws IOException {
    FileStore disk = Files.getFileStore(folder);
    long needed = ROOM_FOR_TEXTS + parameters * BYTES_A_PARAMETER;
    boolean known = disk.getTotalSpace() > 0;
    if (known && disk.getUsableSpace() < needed) {
      throw new IOException(
          "The run needs about %,d MB in %s, where %,d MB are left: make room there, or delete runs that nobody needs."
              .formatted(needed >> 20, folder.getParent(), disk.getUsableSpace() >> 20));
    }
  }

  @Override
  public void log(String sentence) throws IOException {
    Files.writeString(
        folder.resolve(LOG),
        "%s %s%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS), sentence),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Override
  public void append(TrainingListener.Epoch epoch) throws IOException {
    if (!new RunFolder(folder).exists()) {
      metrics.append(epoch);
    }
  }

  @Override
  public void saveBest(Checkpoint checkpoint) throws IOException {
    new CheckpointFile(folder.resolve(CheckpointFile.BEST)).write(checkpoint);
  }

  @Override
  public void saveLast(Checkpoint checkpoint) throws IOException {
    new CheckpointFile(folder.resolve(CheckpointFile.LAST)).write(checkpoint);
    worthKeeping = true;
  }

  /**
   * Writes the result. From now on the folder is a run.
   *
   * @throws IOException with a sentence for the person if that fails; then it can be resumed if a
   *     checkpoint was saved
   */
  public void commit(RunRecord run, TrainedModel model) throws IOException {
    commit(run, model, Floats.toBytes(model.weights()));
  }

  /**
   * Writes the result for other people, with weights in half the room. From now on the folder is a
   * run.
   *
   * @throws IOException with a sentence for the person if that fails
   */
  public void commitPacked(RunRecord run, TrainedModel model) throws IOException {
    commit(run, model, Floats.toHalfBytes(model.weights()));
  }

  private void commit(RunRecord run, TrainedModel model, byte[] weights) throws IOException {
    Map<RunFile, byte[]> contents = new EnumMap<>(RunFile.class);
    contents.put(RunFile.RECORD, json.write(run));
    contents.put(RunFile.METRICS, MetricsFile.content(run.epochs()));
    contents.put(
        RunFile.MODEL,
        json.write(new RunJson.ModelDescription(model.spec(), model.schema(), model.scaling())));
    contents.put(RunFile.WEIGHTS, weights);
    try {
      Files.deleteIfExists(folder.resolve(Checksums.FILE_NAME));
      for (Map.Entry<RunFile, byte[]> entry : contents.entrySet()) {
        replace(entry.getKey().fileName(), entry.getValue());
      }
      replace(Checksums.FILE_NAME, Checksums.of(contents).text().getBytes(StandardCharsets.UTF_8));
      worthKeeping = true;
    } catch (IOException problem) {
      throw new IOException(
          "The training run could not be written to %s (%s); make room and %s."
              .formatted(folder, reason(problem), worthKeeping ? "resume it" : "train again"),
          problem);
    }
  }

  private void replace(String fileName, byte[] content) throws IOException {
    AtomicFile.replace(folder.resolve(fileName), temporary -> Files.write(temporary, content));
  }

  private static String reason(IOException problem) {
    if (problem instanceof FileSystemException detailed && detailed.getReason() != null) {
      return detailed.getReason();
    }
    String name = problem.getClass().getSimpleName();
    return problem.getMessage() == null ? name : name + ": " + problem.getMessage();
  }

  /** Throws a run away that began here, also what was saved of it; one that was resumed stays. */
  public void discard() {
    worthKeeping = resumed;
  }

  /** Temporary files of a program that crashed while it wrote. */
  private void deleteLeftovers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(RunFolderWriter::isLeftover).toList()) {
        Files.delete(file);
      }
    }
  }

  static boolean isWrittenBeforeAnythingIsSaved(Path file) {
    return isLeftover(file)
        || List.of(LOG, RunLock.FILE_NAME, RunFile.METRICS.fileName())
            .contains(String.valueOf(file.getFileName()));
  }

  private static boolean isLeftover(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(".") && name.endsWith(".tmp");
  }

  /** Lets go of the folder, and deletes it if nothing of worth is in it. */
  @Override
  public void close() throws IOException {
    lock.close();
    if (worthKeeping || !Files.exists(folder)) {
      return;
    }
    deleteAll(folder);
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
