package org.keypointstudio.dataset.groups;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;

/**
 * The group of each face of a data set, its person or its video.
 *
 * @param names one a face, in the data set's order; empty if nothing is known
 * @param notes a sentence that says where they come from, or why a file was not used
 */
public record FaceGroups(List<String> names, List<String> notes) {
  private static final String USUAL_FILE = "groups.csv";

  /** Copies the lists. */
  public FaceGroups {
    names = List.copyOf(names);
    notes = List.copyOf(notes);
  }

  /** Nothing is known. */
  public static FaceGroups none() {
    return new FaceGroups(List.of(), List.of());
  }

  /**
   * The groups that a file names: CSV with a header and two columns, {@code row}, the position of a
   * face counted from 0, and the name of its group.
   *
   * @param faces how many faces the data set has
   * @throws DataSetException with a sentence for the person that names file, line and column
   */
  public static FaceGroups read(Path file, int faces) throws DataSetException {
    List<String> names = new GroupsFile(file, faces).read();
    return new FaceGroups(
        names,
        List.of(
            "The split keeps the %,d groups of %s together."
                .formatted(names.stream().distinct().count(), file.getFileName())));
  }

  /**
   * The groups in {@code groups.csv} beside a data set, or in it if it is a folder. A file that
   * does not fit the data set is not used, and a note says why.
   *
   * @param dataSet the file or folder that was opened
   * @param faces how many faces it has
   */
  public static FaceGroups beside(Path dataSet, int faces) {
    Optional<Path> file = find(dataSet);
    if (file.isEmpty()) {
      return none();
    }
    try {
      return read(file.get(), faces);
    } catch (DataSetException problem) {
      return new FaceGroups(
          List.of(),
          List.of("The groups beside the data set are not used: " + problem.getMessage()));
    }
  }

  private static Optional<Path> find(Path dataSet) {
    Path inside = dataSet.resolve(USUAL_FILE);
    Path beside = dataSet.toAbsolutePath().resolveSibling(USUAL_FILE);
    return List.of(inside, beside).stream().filter(Files::isRegularFile).findFirst();
  }
}
