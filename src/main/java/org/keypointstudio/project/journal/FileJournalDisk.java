package org.keypointstudio.project.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.keypointstudio.dataset.csv.AtomicFile;

/** The file system. */
public final class FileJournalDisk implements JournalDisk {

  @Override
  public Appender create(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " has no folder");
    }
    Files.createDirectories(folder);
    AtomicFile.replace(file, temporary -> Files.write(temporary, content));
    return new FileAppender(
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && isEmpty(folder)) {
      Files.deleteIfExists(folder);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private record FileAppender(FileChannel channel) implements Appender {
    @Override
    public void append(byte[] bytes) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
