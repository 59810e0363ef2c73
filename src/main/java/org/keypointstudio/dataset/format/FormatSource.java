package org.keypointstudio.dataset.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keypointstudio.dataset.ChangedOutsideException;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.FileStamp;

/**
 * A file or folder of annotations as it was when it was read or written.
 *
 * @param path of the file or folder
 * @param format that it is in
 * @param stamps what tells whether its files are still the same, by their names
 */
record FormatSource(Path path, KeypointFormat format, Map<String, FileStamp> stamps) {
  private static final int DEEPEST = 4;

  /** Endings of files with labels; images may change without the labels doing so. */
  private static final List<String> ENDINGS =
      List.of(".json", ".ljson", ".xml", ".txt", ".pts", ".csv", ".yaml", ".yml", ".slp");

  /** Looks at a file or folder. */
  static FormatSource of(Path path, KeypointFormat format) throws DataSetException {
    return new FormatSource(path, format, stampsOf(path));
  }

  private static Map<String, FileStamp> stampsOf(Path path) throws DataSetException {
    Map<String, FileStamp> stamps = new TreeMap<>();
    try {
      if (!Files.isDirectory(path)) {
        stamps.put("", FileStamp.of(path));
        return stamps;
      }
      try (Stream<Path> files = Files.walk(path, DEEPEST)) {
        for (Path file : (Iterable<Path>) files.filter(FormatSource::isLabels)::iterator) {
          stamps.put(path.relativize(file).toString(), FileStamp.of(file));
        }
      }
    } catch (IOException problem) {
      throw CsvSource.unreadable(CsvSource.fileName(path), problem);
    }
    return stamps;
  }

  private static boolean isLabels(Path file) {
    String name = CsvSource.fileName(file).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
  }

  /**
   * Looks whether the files are, by size and time of change, still the same.
   *
   * @throws ChangedOutsideException if they are not
   */
  void requireUnchanged() throws DataSetException {
    if (!stampsOf(path).equals(stamps)) {
      throw new ChangedOutsideException(CsvSource.fileName(path));
    }
  }
}
