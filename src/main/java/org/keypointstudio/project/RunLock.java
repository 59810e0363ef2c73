package org.keypointstudio.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held while a run trains, so that nobody takes it for one that was interrupted. The system lets go
 * of it when the program ends, however that happens.
 */
final class RunLock implements AutoCloseable {
  static final String FILE_NAME = "training.lock";

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock of a run's folder; empty if another training holds it. */
  static Optional<RunLock> take(Path folder) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new RunLock(file, channel));
      }
    } catch (OverlappingFileLockException _) {
      // Another training of this very program holds it.
    } catch (IOException problem) {
      channel.close();
      throw problem;
    }
    channel.close();
    return Optional.empty();
  }

  /** Whether a training holds, or held when it was broken off, the lock of a folder. */
  static boolean isLeftIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE_NAME));
  }

  /** Whether a training holds the lock of a folder. */
  static boolean isHeld(Path folder) throws IOException {
    if (!isLeftIn(folder)) {
      return false;
    }
    Optional<RunLock> lock = take(folder);
    if (lock.isEmpty()) {
      return true;
    }
    lock.get().close();
    return false;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
