package org.keypointstudio.dataset.csv;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.keypointstudio.dataset.DataSetException;

/**
 * A CSV file on disk, plain or packed by gzip or zip, which its first bytes tell and not its name.
 * It remembers what the file was like, so that nobody takes a changed file for the one that was
 * opened.
 */
public final class CsvSource {
  private static final int SNIFFED_BYTES = 4096;

  private final Path path;
  private final Container container;
  private final FileStamp stamp;

  private CsvSource(Path path, Container container, FileStamp stamp) {
    this.path = path;
    this.container = container;
    this.stamp = stamp;
  }

  /**
   * Looks at a file.
   *
   * @throws DataSetException if there is no readable file, it is empty, or it is not text
   */
  public static CsvSource of(Path path) throws DataSetException {
    String fileName = fileName(path);
    try {
      if (Files.isDirectory(path)) {
        throw new DataSetException(fileName + " is a folder: open the CSV file in it.");
      }
      FileStamp stamp = FileStamp.of(path);
      if (!Files.isRegularFile(path)) {
        throw new DataSetException(fileName + " is not a regular file: open a CSV file.");
      }
      if (stamp.size() == 0) {
        throw new DataSetException(
            fileName + " is empty: expected a header line and one line a face.");
      }
      byte[] start;
      try (InputStream in = Files.newInputStream(path)) {
        start = in.readNBytes(SNIFFED_BYTES);
      }
      return new CsvSource(path, containerOf(path, start), stamp);
    } catch (DataSetException problem) {
      throw problem;
    } catch (IOException problem) {
      throw unreadable(fileName, problem);
    }
  }

  private static Container containerOf(Path path, byte[] start) throws DataSetException {
    if (startsWith(start, 0x1f, 0x8b)) {
      return new Container.Gzip();
    }
    if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 'P', 'K', 5, 6)) {
      return new Container.Zip(ZipArchive.findCsv(path));
    }
    requireText(fileName(path), start, start.length);
    return new Container.Plain();
  }

  /**
   * Refuses bytes that cannot begin a CSV file in UTF-8.
   *
   * @throws DataSetException if they are binary data or UTF-16
   */
  public static void requireText(String fileName, byte[] bytes, int length)
      throws DataSetException {
    if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
      throw new DataSetException(fileName + " is text in UTF-16: save it as CSV in UTF-8.");
    }
    for (int i = 0; i < Math.min(length, SNIFFED_BYTES); i++) {
      if (bytes[i] == 0) {
        throw new DataSetException(
            fileName + " is not a text file: expected a CSV file, plain, as .gz or as .zip.");
      }
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** The file's name as messages give it, with the entry's if it is an archive. */
  public String name() {
    return container instanceof Container.Zip(String entry)
        ? fileName(path) + " (" + entry + ")"
        : fileName(path);
  }

  Container container() {
    return container;
  }

  /** Opens the CSV's bytes. */
  public CsvStream open() throws DataSetException {
    try {
      return switch (container) {
        case Container.Plain() -> {
          CountingStream file = new CountingStream(Files.newInputStream(path));
          yield new CsvStream(file, file::count, stamp.size(), file);
        }
        case Container.Gzip() -> {
          CountingStream file = new CountingStream(Files.newInputStream(path));
          InputStream unpacked = openGzip(file);
          yield new CsvStream(unpacked, file::count, stamp.size(), file);
        }
        case Container.Zip(String entry) -> ZipArchive.open(path, entry);
      };
    } catch (IOException problem) {
      throw explain(problem);
    }
  }

  private InputStream openGzip(CountingStream file) throws IOException {
    try {
      InputStream unpacked =
          GzipCompressorInputStream.builder()
              .setInputStream(new BufferedInputStream(file, 1 << 16))
              .setDecompressConcatenated(true)
              .get();
      return new InflationGuard(unpacked, fileName(path), file::count);
    } catch (IOException problem) {
      file.close();
      throw problem;
    }
  }

  /** Whether the file is, by size and time of change, still the one that was looked at. */
  public boolean isUnchanged() throws DataSetException {
    try {
      return FileStamp.of(path).equals(stamp);
    } catch (IOException problem) {
      throw explain(problem);
    }
  }

  /**
   * Refuses to trust what was read while the file changed.
   *
   * @throws DataSetException if the file is no longer the one that was looked at
   */
  public void requireUnchangedAfterReading() throws DataSetException {
    if (!isUnchanged()) {
      throw new DataSetException(
          name()
              + " was written to while it was being read: wait until the other program is done and"
              + " open it again.");
    }
  }

  /** The sentence for a failed read of this file. */
  public DataSetException explain(IOException problem) {
    if (problem instanceof DataSetException known) {
      return known;
    }
    boolean packed = !(container instanceof Container.Plain);
    if (packed && (problem instanceof EOFException || isBadContent(problem))) {
      String detail = problem.getMessage() == null ? "" : " (" + problem.getMessage() + ")";
      return new DataSetException(
          "%s is damaged or cut off%s: copy or download it again."
              .formatted(fileName(path), detail),
          problem);
    }
    return unreadable(fileName(path), problem);
  }

  private boolean isBadContent(IOException problem) {
    return problem instanceof ZipException
        || (container instanceof Container.Gzip && problem.getClass() == IOException.class);
  }

  /** The sentence for a failed read. */
  public static DataSetException unreadable(String fileName, IOException problem) {
    return switch (problem) {
      case NoSuchFileException _ ->
          new DataSetException(fileName + " does not exist: check the path.", problem);
      case AccessDeniedException _ ->
          new DataSetException(
              fileName + " may not be read: ask for the permission to read it.", problem);
      default ->
          new DataSetException(
              "%s could not be read: %s.".formatted(fileName, problem.getMessage()), problem);
    };
  }

  /** The last part of a path, for messages. */
  public static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
