package org.keypointstudio.project.journal;

import java.nio.file.Path;
import java.util.List;
import org.keypointstudio.project.ProjectFolder;

/** Where the journal of a data set may lie. */
public final class JournalFolders {
  private JournalFolders() {}

  /**
   * The folders, the preferred one first: in the project folder, in the person's own folder for
   * when the data set's disk is full or gone, and in the system's temporary folder.
   *
   * @param dataSet the data file
   * @param home the person's folder for this program
   * @param temporary the system's folder for temporary files
   */
  public static List<Path> of(Path dataSet, ProjectFolder project, Path home, Path temporary) {
    Path absolute = dataSet.toAbsolutePath().normalize();
    String name = "%s-%08x".formatted(absolute.getFileName(), absolute.hashCode());
    return List.of(
        project.journal(),
        home.resolve("journals").resolve(name),
        temporary.resolve("keypoint-studio-journals").resolve(name));
  }
}
