package org.keypointstudio.dataset.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import org.keypointstudio.dataset.ChangedOutsideException;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.task.TaskContext;

/**
 * Saves annotations into the CSV file that they came from, or into a copy of it. A cell whose
 * coordinate did not change keeps its bytes; the file is replaced in one step.
 *
 * <p>A CSV of coordinates knows only placed and missing: an occluded keypoint is written as its
 * coordinates, an absent one as two empty cells, like an unlabelled one. A file without columns for
 * coordinates gets them before its image column once there is something to write.
 */
public final class CsvSaver {

  /**
   * Writes the faces with these annotations to the target.
   *
   * @param opened the faces as the file holds them
   * @param annotations one a face
   * @param target the file that was opened, packed as it is, or another one, packed as its name
   *     says (.gz, .zip, otherwise plain)
   * @return the faces as the target now holds them
   * @throws DataSetException if the opened file changed since, or the target cannot be written; the
   *     target is as it was
   * @throws java.util.concurrent.CancellationException if cancelled; the target is as it was
   */
  public CsvBackedDataSet save(
      CsvBackedDataSet opened, List<Annotation> annotations, Path target, TaskContext context)
      throws DataSetException {
    requireMatching(opened, annotations);
    CsvSource source = opened.labels().source();
    requireFile(target);
    boolean changed = isChanged(opened, annotations);
    boolean insertsColumns = changed && !opened.labels().columns().hasCoordinates();
    KeypointColumns columns =
        insertsColumns
            ? opened.labels().columns().withCoordinatesBeforeImage()
            : opened.labels().columns();
    try {
      boolean inPlace = Files.exists(target) && Files.isSameFile(source.path(), target);
      if (inPlace && !changed) {
        return opened.withLabels(new CsvLabels(source, columns, annotations));
      }
      if (!source.isUnchanged()) {
        throw changedOnDisk(source);
      }
      ContainerWriter.Content content =
          content(
              new CsvRewriter(opened, annotations, insertsColumns, _ -> false), source, context);
      AtomicFile.replace(
          target,
          temporary -> {
            if (inPlace && source.container() instanceof Container.Zip(String entry)) {
              ContainerWriter.writeCopy(source.path(), entry, temporary, content);
            } else {
              Container container = inPlace ? source.container() : Container.forName(target);
              ContainerWriter.write(temporary, container, content);
            }
          });
    } catch (DataSetException problem) {
      throw problem;
    } catch (IOException problem) {
      throw unwritable(target, problem);
    }
    return opened.withLabels(new CsvLabels(CsvSource.of(target), columns, annotations));
  }

  /**
   * Writes a copy in which some faces are missing. Every other row keeps its bytes where its
   * coordinates stay.
   *
   * @param opened the faces as the file holds them
   * @param annotations one a face, of the missing ones too
   * @param dropped which faces the copy does not have
   * @param target another file, packed as its name says (.gz, .zip, otherwise plain)
   * @throws DataSetException if the target is the opened file, that changed since, or the target
   *     cannot be written; the target is as it was
   * @throws java.util.concurrent.CancellationException if cancelled; the target is as it was
   */
  public void saveWithout(
      CsvBackedDataSet opened,
      List<Annotation> annotations,
      IntPredicate dropped,
      Path target,
      TaskContext context)
      throws DataSetException {
    requireMatching(opened, annotations);
    CsvSource source = opened.labels().source();
    requireFile(target);
    boolean insertsColumns =
        isChanged(opened, annotations) && !opened.labels().columns().hasCoordinates();
    try {
      if (Files.exists(target) && Files.isSameFile(source.path(), target)) {
        throw new DataSetException(
            CsvSource.fileName(target)
                + " is the data set itself: choose another file, so that no row of it is lost.");
      }
      if (!source.isUnchanged()) {
        throw changedOnDisk(source);
      }
      ContainerWriter.Content content =
          content(new CsvRewriter(opened, annotations, insertsColumns, dropped), source, context);
      AtomicFile.replace(
          target,
          temporary -> ContainerWriter.write(temporary, Container.forName(target), content));
    } catch (DataSetException problem) {
      throw problem;
    } catch (IOException problem) {
      throw unwritable(target, problem);
    }
  }

  private static void requireFile(Path target) throws DataSetException {
    if (Files.isDirectory(target)) {
      throw new DataSetException(
          CsvSource.fileName(target) + " is a folder: choose a file name for the data set.");
    }
  }

  private static ContainerWriter.Content content(
      CsvRewriter rewriter, CsvSource source, TaskContext context) {
    return out -> {
      copy(rewriter, source, out, context);
      if (!source.isUnchanged()) {
        throw changedOnDisk(source);
      }
    };
  }

  /**
   * Looks whether the file is still the one that was opened.
   *
   * @throws ChangedOutsideException if it is not
   * @throws DataSetException if it cannot be looked at
   */
  public void requireUnchanged(CsvBackedDataSet opened) throws DataSetException {
    CsvSource source = opened.labels().source();
    if (!source.isUnchanged()) {
      throw changedOnDisk(source);
    }
  }

  private static void copy(
      CsvRewriter rewriter, CsvSource source, OutputStream out, TaskContext context)
      throws IOException {
    try (CsvStream in = source.open()) {
      rewriter.copy(in, out, context);
    }
  }

  private static void requireMatching(CsvBackedDataSet opened, List<Annotation> annotations) {
    if (annotations.size() != opened.size()) {
      throw new IllegalArgumentException(
          annotations.size() + " annotations do not match " + opened.size() + " faces");
    }
    for (Annotation annotation : annotations) {
      if (annotation.size() != opened.schema().size()) {
        throw new IllegalArgumentException(
            annotation.size() + " keypoints do not match " + opened.schema().size());
      }
    }
  }

  private static boolean isChanged(CsvBackedDataSet opened, List<Annotation> annotations) {
    for (int i = 0; i < annotations.size(); i++) {
      if (!CsvRewriter.samePlaces(opened.annotation(i), annotations.get(i))) {
        return true;
      }
    }
    return false;
  }

  static DataSetException changedOnDisk(CsvSource source) {
    return new ChangedOutsideException(source.name());
  }

  /** The sentence for a failed write. */
  public static DataSetException unwritable(Path target, IOException problem) {
    String name = CsvSource.fileName(target);
    String reason =
        switch (problem) {
          case AccessDeniedException denied when denied.getReason() != null -> denied.getReason();
          case AccessDeniedException _ -> "this user may not write to its folder";
          case NoSuchFileException _ -> "its folder does not exist";
          case FileSystemException other when other.getReason() != null -> other.getReason();
          default -> String.valueOf(problem.getMessage());
        };
    return new DataSetException(
        "%s could not be saved (%s): any old file is as it was, so free the way or save elsewhere."
            .formatted(name, reason),
        problem);
  }
}
