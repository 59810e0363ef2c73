package org.keypointstudio.dataset.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.format.KeypointFormats;

/** Finds the file or folder that holds a data set, and its format. */
final class DataSetFinder {
  private static final List<String> KAGGLE_NAMES =
      List.of("training.csv", "training.csv.gz", "training.zip");

  /** What a folder is searched for, here and in a folder for labels. */
  private static final List<String> ENDINGS =
      List.of(".json", ".xml", ".csv", ".yaml", ".yml", ".ljson", ".slp");

  private static final List<String> LABEL_FOLDERS = List.of("annotations", "labels");

  /** More files than these with labels are a data set of one file an image, or a mistake. */
  private static final int MOST_FILES = 1_000;

  private static final int START_BYTES = 256;

  private final KeypointFormats formats;

  DataSetFinder(KeypointFormats formats) {
    this.formats = formats;
  }

  /**
   * A data set.
   *
   * @param path of the file or folder that holds it
   * @param format of the file; none if it is a CSV file that the program edits in place
   */
  record Found(Path path, Optional<KeypointFormat> format) {}

  /**
   * Finds the data set that a path means.
   *
   * @throws DataSetException if a folder holds none, or several
   */
  Found find(Path path) throws DataSetException {
    try {
      if (Files.isDirectory(path)) {
        return inFolder(path);
      }
      Optional<KeypointFormat> format =
          Files.isRegularFile(path) ? formats.recognise(path) : Optional.empty();
      if (format.isEmpty() && Files.isRegularFile(path)) {
        refuseOtherMarkup(path);
      }
      return new Found(path, format);
    } catch (DataSetException problem) {
      throw problem;
    } catch (IOException problem) {
      throw CsvSource.unreadable(CsvSource.fileName(path), problem);
    }
  }

  /** JSON and XML of no known format are no CSV files either, and are not to be told as such. */
  private static void refuseOtherMarkup(Path file) throws IOException {
    String start;
    try (InputStream in = Files.newInputStream(file)) {
      start = new String(in.readNBytes(START_BYTES), StandardCharsets.UTF_8);
    }
    String text = start.replace("\uFEFF", "").stripLeading();
    if (text.startsWith("{") || text.startsWith("[") || text.startsWith("<")) {
      throw new DataSetException(
          "%s is %s of no known format: docs/formats.md lists those that open."
              .formatted(CsvSource.fileName(file), text.startsWith("<") ? "XML" : "JSON"));
    }
  }

  private Found inFolder(Path folder) throws IOException {
    Optional<Path> known =
        KAGGLE_NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    if (known.isPresent()) {
      return new Found(known.get(), Optional.empty());
    }
    Optional<KeypointFormat> ofFolder = formats.recognise(folder);
    if (ofFolder.isPresent()) {
      return new Found(folder, ofFolder);
    }
    List<Found> found = new ArrayList<>(in(folder));
    for (String name : LABEL_FOLDERS) {
      if (found.isEmpty() && Files.isDirectory(folder.resolve(name))) {
        found.addAll(in(folder.resolve(name)));
      }
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new DataSetException(
        found.isEmpty()
            ? "The folder %s holds no labels of a known format: open a training.csv, a folder with one CSV beside its images, or a file of annotations."
                .formatted(folder)
            : "The folder %s holds %d files with labels, such as %s and %s: open the one that is meant."
                .formatted(
                    folder,
                    found.size(),
                    folder.relativize(found.get(0).path()),
                    folder.relativize(found.get(1).path())));
  }

  /** The data sets that lie as files in a folder. */
  private List<Found> in(Path folder) throws IOException {
    List<Path> candidates;
    try (Stream<Path> files = Files.list(folder)) {
      candidates = files.filter(DataSetFinder::mayHoldLabels).sorted().limit(MOST_FILES).toList();
    }
    List<Found> found = new ArrayList<>();
    for (Path file : candidates) {
      Optional<KeypointFormat> format = formats.recognise(file);
      if (format.isPresent() || isTable(file)) {
        found.add(new Found(file, format));
      }
    }
    return found;
  }

  private static boolean mayHoldLabels(Path file) {
    String name = CsvSource.fileName(file).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
  }

  private static boolean isTable(Path file) {
    return CsvSource.fileName(file).toLowerCase(Locale.ROOT).endsWith(".csv");
  }
}
