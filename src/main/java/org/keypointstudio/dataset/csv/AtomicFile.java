package org.keypointstudio.dataset.csv;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.UUID;

/**
 * Replaces files in one step: everything is written to a temporary file in the same folder, forced
 * to the disk and then moved. Whatever fails before leaves the old file as it was.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the new content. */
  @FunctionalInterface
  public interface Content {
    /** Writes to a file that does not exist yet. */
    void writeTo(Path temporary) throws IOException;
  }

  /**
   * Replaces a file, or creates it. A symbolic link stays one; permissions stay what they were.
   *
   * @throws IOException if anything fails; then the target is as it was, and nothing else is left
   */
  public static void replace(Path target, Content content) throws IOException {
    Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString(), null, "it is write-protected");
    }
    Path temporary =
        file.resolveSibling("." + CsvSource.fileName(file) + "." + UUID.randomUUID() + ".tmp");
    try {
      content.writeTo(temporary);
      copyPermissions(file, temporary);
      force(temporary, StandardOpenOption.WRITE);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    Path folder = file.getParent();
    if (folder != null && isPosix(folder)) {
      force(folder, StandardOpenOption.READ); // elsewhere a folder cannot be opened
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (target != null && Files.exists(from)) {
      target.setPermissions(Files.readAttributes(from, PosixFileAttributes.class).permissions());
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void force(Path path, StandardOpenOption access) throws IOException {
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }
}
