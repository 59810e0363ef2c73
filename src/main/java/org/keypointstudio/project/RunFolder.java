package org.keypointstudio.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.loop.Checkpoint;
import org.keypointstudio.training.loop.SavedRun;
import org.keypointstudio.training.network.TrainedModel;

/**
 * A folder that holds a finished run.
 *
 * <p>{@code run.json} says what was trained and how it went, {@code metrics.csv} what was measured
 * after each epoch, {@code model.json} and {@code weights.bin} are the best model, and {@code
 * SHA256SUMS} vouches for all of them. A file is looked into only after its checksum was found
 * right.
 */
public final class RunFolder {
  private static final long MAX_DESCRIPTION_BYTES = 64L << 20;
  private static final long MAX_WEIGHT_BYTES = 1L << 30;

  private final Path folder;
  private final RunJson json = new RunJson();

  /** The run in a folder; nothing is read yet. */
  public RunFolder(Path folder) {
    this.folder = folder;
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /** Whether the folder looks like a finished run at first sight; its files are not checked. */
  public boolean exists() {
    return Files.isRegularFile(folder.resolve(Checksums.FILE_NAME));
  }

  /**
   * What was trained and how it went.
   *
   * @throws IOException with a sentence for the person if the folder is not a whole run
   */
  public RunRecord readRecord() throws IOException {
    byte[] content = read(RunFile.RECORD, readChecksums(), MAX_DESCRIPTION_BYTES);
    try {
      return json.readRecord(content);
    } catch (IOException problem) {
      throw refused(RunFile.RECORD.fileName() + " does not describe a run", problem);
    }
  }

  /**
   * What {@code run.json} says, for a run that does not lie in a folder.
   *
   * @throws IOException if it does not describe a run
   */
  public static RunRecord recordOf(byte[] content) throws IOException {
    return new RunJson().readRecord(content);
  }

  /**
   * The best model.
   *
   * @throws IOException with a sentence for the person if the folder is not a whole run, or its
   *     files are not the ones that the run wrote
   */
  public TrainedModel readModel() throws IOException {
    Checksums checksums = readChecksums();
    Map<RunFile, byte[]> contents = new EnumMap<>(RunFile.class);
    for (RunFile file : RunFile.values()) {
      long limit = file == RunFile.WEIGHTS ? MAX_WEIGHT_BYTES : MAX_DESCRIPTION_BYTES;
      contents.put(file, read(file, checksums, limit));
    }
    try {
      return model(
          json.readModel(content(contents, RunFile.MODEL)), content(contents, RunFile.WEIGHTS));
    } catch (IOException | IllegalArgumentException | ArithmeticException problem) {
      throw refused("its model files do not describe a model", problem);
    }
  }

  /**
   * Whether a run was begun here that neither ended nor goes on now: its program crashed, or it
   * could not be written in the end.
   *
   * @throws IOException if the folder cannot be read
   */
  public boolean isInterrupted() throws IOException {
    return !exists() && (last().exists() || best().exists()) && !RunLock.isHeld(folder);
  }

  /**
   * Whether a run was begun here and broke off before anything was saved, so that the folder may be
   * used anew.
   *
   * @throws IOException if the folder cannot be read
   */
  public boolean isAbandoned() throws IOException {
    if (!RunLock.isLeftIn(folder) || RunLock.isHeld(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(RunFolderWriter::isWrittenBeforeAnythingIsSaved);
    }
  }

  /**
   * Whether the run can go on: it was interrupted, or a person stopped it.
   *
   * @throws IOException with a sentence for the person if the folder cannot be read
   */
  public boolean isResumable() throws IOException {
    return isInterrupted()
        || (exists() && last().exists() && readRecord().outcome() == RunRecord.Outcome.STOPPED);
  }

  /**
   * What was saved of a run that can go on.
   *
   * @throws IOException with a sentence for the person if nothing whole was saved
   */
  public SavedRun readSavedRun() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "There is no training run in " + folder + ": choose the folder that a training wrote.");
    }
    try {
      Optional<Checkpoint> best = best().exists() ? Optional.of(best().read()) : Optional.empty();
      boolean onlyBest = best.isPresent() && !last().exists();
      Checkpoint last = onlyBest ? best.get() : last().read();
      // The best one is written first, so after a crash in between it is the later one.
      if (best.isPresent() && isLater(best.get(), last)) {
        return new SavedRun(best.get(), best);
      }
      return new SavedRun(last, last.progress().bestEpoch() == 0 ? Optional.empty() : best);
    } catch (IOException | IllegalArgumentException problem) {
      throw new IOException(
          "The run in %s cannot go on: %s; train again, or start from the weights of another run."
              .formatted(folder, problem.getMessage()),
          problem);
    }
  }

  private static boolean isLater(Checkpoint one, Checkpoint other) {
    return one.progress().clock().steps() > other.progress().clock().steps();
  }

  private CheckpointFile best() {
    return new CheckpointFile(folder.resolve(CheckpointFile.BEST));
  }

  private CheckpointFile last() {
    return new CheckpointFile(folder.resolve(CheckpointFile.LAST));
  }

  private static byte[] content(Map<RunFile, byte[]> contents, RunFile file) {
    return contents.getOrDefault(file, new byte[0]);
  }

  private static TrainedModel model(RunJson.ModelDescription description, byte[] weightBytes)
      throws IOException {
    float[] weights =
        Floats.all(weightBytes, description.network().parameterCount(), RunFile.WEIGHTS.fileName());
    return new TrainedModel(
        description.network(), description.schema(), description.scaling(), weights);
  }

  /**
   * Deletes the run. It is moved out of sight first, so that half of it is never taken for a run.
   *
   * @throws IOException with a sentence for the person if that fails
   */
  public void delete() throws IOException {
    Path doomed =
        folder.resolveSibling(".%s.deleted-%s".formatted(folder.getFileName(), UUID.randomUUID()));
    try {
      Files.move(folder, doomed, StandardCopyOption.ATOMIC_MOVE);
      try (Stream<Path> files = Files.walk(doomed)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException problem) {
      throw new IOException(
          "The run in %s could not be deleted (%s); close what uses its files and try again."
              .formatted(folder, problem.getMessage()),
          problem);
    }
  }

  private Checksums readChecksums() throws IOException {
    Path file = folder.resolve(Checksums.FILE_NAME);
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "There is no training run in " + folder + ": choose the folder that a training wrote.");
    }
    if (!Files.isRegularFile(file) || Files.size(file) > MAX_DESCRIPTION_BYTES) {
      throw refused("it has no " + Checksums.FILE_NAME, null);
    }
    try {
      return Checksums.parse(Files.readAllLines(file));
    } catch (IOException problem) {
      throw refused(String.valueOf(problem.getMessage()), problem);
    }
  }

  private byte[] read(RunFile file, Checksums checksums, long limit) throws IOException {
    Path path = folder.resolve(file.fileName());
    if (!Files.isRegularFile(path)) {
      throw refused("its file " + file.fileName() + " is missing", null);
    }
    if (Files.size(path) > limit) {
      throw refused("its file " + file.fileName() + " is larger than any run writes", null);
    }
    byte[] content = Files.readAllBytes(path);
    if (!checksums.matches(file, content)) {
      throw refused(
          "its file "
              + file.fileName()
              + " is not the one that the run wrote (the checksum differs)",
          null);
    }
    return content;
  }

  private IOException refused(String reason, @Nullable Throwable cause) {
    return new IOException(
        "The folder "
            + folder
            + " is not a whole training run: "
            + reason
            + "; copy it anew or train again.",
        cause);
  }
}
