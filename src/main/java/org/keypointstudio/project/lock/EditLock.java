package org.keypointstudio.project.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.keypointstudio.project.ProjectFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Held by the one window that may edit a project. The system lets go of it when the program ends,
 * however that happens.
 */
public final class EditLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EditLock.class);
  private static final String FILE_NAME = "editing.lock";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

  /** Beyond the text, which others can then read where locks keep readers out. */
  private static final long LOCKED_POSITION = 1L << 30;

  private static final int MOST_TRIES = 10;

  private final Path file;
  private final FileChannel channel;

  private EditLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** The answer to a request for the lock. */
  public sealed interface Answer {}

  /**
   * The lock is taken.
   *
   * @param lock to be closed when the project is
   */
  public record Taken(EditLock lock) implements Answer {}

  /**
   * Another window has it.
   *
   * @param owner who that is: "process 1234, since 14:03"
   */
  public record Held(String owner) implements Answer {}

  /** There can be no lock, since the project folder cannot be written. */
  public record Impossible() implements Answer {}

  /** Asks for the lock of a project. */
  public static Answer take(ProjectFolder project) {
    try {
      return ask(project);
    } catch (IOException problem) {
      LOG.warn("{} cannot be locked", project.path(), problem);
      return new Impossible();
    }
  }

  private static Answer ask(ProjectFolder project) throws IOException {
    Path file = project.path().resolve(FILE_NAME);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Files.createDirectories(project.path());
      Optional<Answer> answer = tryOnce(file);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new IOException(
        "%s is made and deleted all the time: close the other program.".formatted(file));
  }

  /** Empty if the holder deleted the file between the steps, so that the lock is one of no file. */
  private static Optional<Answer> tryOnce(Path file) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (NoSuchFileException _) {
      return Optional.empty(); // the folder went with the other window's lock
    }
    boolean keep = false;
    try {
      if (!isLocked(channel)) {
        return Optional.of(new Held(owner(file)));
      }
      String token = write(channel);
      keep = token.equals(read(file));
      return keep ? Optional.of(new Taken(new EditLock(file, channel))) : Optional.empty();
    } finally {
      if (!keep) {
        channel.close();
      }
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_POSITION, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false; // another window of this very program holds it
    }
  }

  private static String write(FileChannel channel) throws IOException {
    String token =
        "process %d, since %s%n%s%n"
            .formatted(
                ProcessHandle.current().pid(), TIME.format(Instant.now()), UUID.randomUUID());
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)), 0);
    return token;
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException _) {
      return "";
    }
  }

  private static String owner(Path file) throws IOException {
    return read(file).lines().findFirst().orElse("another process");
  }

  /** Lets go of the lock, and leaves nothing behind where nothing else was kept. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException _) {
      LOG.debug("{} is kept, since there is something in it", file.getParent());
    }
  }
}
