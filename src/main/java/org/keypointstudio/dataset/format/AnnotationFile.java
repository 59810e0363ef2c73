package org.keypointstudio.dataset.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.dataset.csv.CsvSaver;
import org.keypointstudio.dataset.csv.CsvSource;

/** Reading and writing one annotation file, with failures in one sentence for the person. */
public final class AnnotationFile {
  private AnnotationFile() {}

  /**
   * Refuses a file that is larger than its format is read whole.
   *
   * @param most in bytes
   * @throws DataSetException if it is larger, or cannot be looked at
   */
  public static void requireAtMost(Path file, long most) throws DataSetException {
    try {
      if (Files.size(file) > most) {
        throw new DataSetException(
            "%s is larger than %,d bytes: split it, or remove what is no annotation."
                .formatted(CsvSource.fileName(file), most));
      }
    } catch (DataSetException problem) {
      throw problem;
    } catch (IOException problem) {
      throw unreadable(file, problem);
    }
  }

  /**
   * Replaces or makes a file in one step; the folder it lies in is made if need be.
   *
   * @throws DataSetException if that fails; the target is as it was. A problem of the content that
   *     is one already is passed on
   */
  public static void replace(Path target, AtomicFile.Content content) throws DataSetException {
    try {
      Path folder = target.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.replace(target, content);
    } catch (DataSetException problem) {
      throw problem;
    } catch (IOException problem) {
      throw CsvSaver.unwritable(target, problem);
    }
  }

  /** The sentence for a failed read; one that is already for the person stays. */
  public static DataSetException unreadable(Path file, IOException problem) {
    return problem instanceof DataSetException known
        ? known
        : CsvSource.unreadable(CsvSource.fileName(file), problem);
  }
}
