package org.keypointstudio.project;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the program keeps what belongs to a data set beside its labels: the folder {@code
 * NAME.keypoint-studio} next to the data set, or one in the person's home where that place cannot
 * be written.
 *
 * @param path of the folder, which need not exist yet
 */
public record ProjectFolder(Path path) {
  private static final String SUFFIX = ".keypoint-studio";

  /**
   * The folder of a data set.
   *
   * @param dataSet the file or folder that was opened
   * @param home where folders go whose own place cannot be written
   */
  public static ProjectFolder of(Path dataSet, Path home) {
    Path absolute = dataSet.toAbsolutePath().normalize();
    Path beside = absolute.resolveSibling(absolute.getFileName() + SUFFIX);
    Path parent = absolute.getParent();
    boolean writable =
        Files.isDirectory(beside)
            ? Files.isWritable(beside)
            : parent != null && Files.isWritable(parent);
    return new ProjectFolder(
        writable
            ? beside
            : home.resolve(
                "%s-%08x%s".formatted(absolute.getFileName(), absolute.hashCode(), SUFFIX)));
  }

  /** The folder in which studies of the data set lie, which need not exist yet. */
  public Path studies() {
    return path.resolve("studies");
  }

  /** The file of what people said of faces and the data file cannot carry. */
  public Path labels() {
    return path.resolve("labels.json");
  }

  /** The file of the filters and orders that people gave a name, which need not exist yet. */
  public Path views() {
    return path.resolve("views.json");
  }

  /** The file of the schema that a person gave the data set, if they gave it one. */
  public Path schema() {
    return path.resolve("schema.json");
  }

  /** The folder of the journal of unsaved changes, which need not exist yet. */
  public Path journal() {
    return path.resolve("journal");
  }

  /** The folder of earlier versions of the data set, which need not exist yet. */
  public Path backups() {
    return path.resolve("backups");
  }

  /** The folder of the latest audit and what was decided about it, which need not exist yet. */
  public Path audit() {
    return path.resolve("audit");
  }

  /** The runs of the data set. */
  public RunStore runs() {
    return new RunStore(path.resolve("runs"));
  }
}
