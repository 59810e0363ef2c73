package org.keypointstudio.dataset.format.yolo;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.SidecarFiles;

/**
 * The files of a data set: a YAML file in its folder, and for each image a text file of the same
 * name, in the folder {@code labels} where the image is in {@code images}, else beside it.
 *
 * @param root folder of the data set
 * @param yaml the file that describes it
 */
record YoloFolder(Path root, Path yaml) {
  private static final String IMAGES = "/images/";
  private static final String LABELS = "/labels/";
  private static final String ENDING = ".txt";
  private static final long LARGEST_FILE = 100_000_000;
  private static final int MOST_DESCRIPTIONS = 20;
  private static final int HEAD_BYTES = 1 << 16;

  /** The data set that is opened by its folder or its YAML file; nothing if it is none. */
  static Optional<YoloFolder> find(Path path) throws IOException {
    Path root = SidecarFiles.folder(path);
    if (Files.isRegularFile(path)) {
      return describes(path)
          ? Optional.of(new YoloFolder(root, path.toAbsolutePath().normalize()))
          : Optional.empty();
    }
    try (Stream<Path> files = Files.list(root)) {
      for (Path file :
          files.filter(YoloFolder::isYaml).sorted().limit(MOST_DESCRIPTIONS).toList()) {
        if (describes(file)) {
          return Optional.of(new YoloFolder(root, file));
        }
      }
    } catch (UncheckedIOException problem) {
      throw new IOException(problem);
    }
    return Optional.empty();
  }

  private static boolean isYaml(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
  }

  private static boolean describes(Path file) throws IOException {
    if (!isYaml(file)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8)
          .contains(YoloDescription.SHAPE);
    }
  }

  /** The file of an image's labels. */
  Path labels(String imageName) throws DataSetException {
    String name = "/" + imageName;
    int images = name.lastIndexOf(IMAGES);
    String label =
        images < 0
            ? name
            : name.substring(0, images) + LABELS + name.substring(images + IMAGES.length());
    return SidecarFiles.target(root, label.substring(1), ENDING);
  }

  /** The lines of a file of labels that are not empty; none if there is no such file. */
  static List<String> lines(Path labels) throws DataSetException {
    if (!Files.isRegularFile(labels)) {
      return List.of();
    }
    AnnotationFile.requireAtMost(labels, LARGEST_FILE);
    try {
      return new String(Files.readAllBytes(labels), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(labels, problem);
    }
  }

  /** Replaces or makes a file of labels. */
  static void write(Path labels, List<YoloLine> lines) throws DataSetException {
    List<String> texts = new ArrayList<>();
    lines.forEach(line -> texts.add(line.text()));
    AnnotationFile.replace(
        labels, temporary -> Files.write(temporary, texts, StandardCharsets.UTF_8));
  }

  /** File and line for a message. */
  static String place(Path labels, int line) {
    return "%s, line %,d".formatted(CsvSource.fileName(labels), line + 1);
  }
}
