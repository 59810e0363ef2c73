package org.keypointstudio.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import picocli.CommandLine.Option;

/** Which faces belong together: those of a file, or of the one beside the data set. */
final class GroupsOption {
  @Option(
      names = "--groups",
      paramLabel = "FILE",
      description =
          "A CSV file of the columns row, counted from 0, and a group, such as the person; a group"
              + " is never both learned from and judged by. Without it, groups.csv beside the data"
              + " set is used if there is one.")
  private @Nullable Path file;

  /**
   * The groups of a data set's faces.
   *
   * @throws DataSetException with a sentence for the person if the given file does not fit
   */
  FaceGroups of(FaceDataSet faces) throws DataSetException {
    return file == null
        ? FaceGroups.beside(faces.path(), faces.size())
        : FaceGroups.read(file, faces.size());
  }
}
