package org.keypointstudio.project.journal;

import java.nio.file.Path;
import java.util.List;
import org.keypointstudio.model.KeypointSchema;

/**
 * What is edited, and where its journal may lie.
 *
 * @param dataSet the data file
 * @param schema its keypoints
 * @param folders for journals, the preferred one first; they need not exist yet
 */
public record JournalSubject(Path dataSet, KeypointSchema schema, List<Path> folders) {

  /**
   * @throws IllegalArgumentException if there is no folder
   */
  public JournalSubject {
    folders = List.copyOf(folders);
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("A journal needs a folder");
    }
  }

  /** The data file as a path from a folder, so that both may be moved together. */
  String pathFrom(Path folder) {
    Path file = dataSet.toAbsolutePath().normalize();
    Path start = folder.toAbsolutePath().normalize();
    boolean related = file.getRoot() != null && file.getRoot().equals(start.getRoot());
    return (related ? start.relativize(file) : file).toString().replace('\\', '/');
  }
}
