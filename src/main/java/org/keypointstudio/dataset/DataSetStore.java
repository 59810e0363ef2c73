package org.keypointstudio.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.task.TaskContext;

/** Opens data sets and writes their annotations back. Safe for use by several threads. */
public interface DataSetStore {

  /**
   * Opens a data set of any known format, which its content tells and not its name.
   *
   * @param path a file, or a folder that holds one data set
   * @throws DataSetException with one sentence for the person if it is not whole and well-formed
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  FaceDataSet open(Path path, TaskContext context) throws DataSetException;

  /**
   * Opens a data set as {@link #open(Path, TaskContext)} does, and gives its first faces to look at
   * while the others are still being read.
   *
   * @param onFirstFaces takes them, on one of the threads that read; it is not called where a data
   *     set is read all at once, and says nothing of whether the others can be read
   */
  default FaceDataSet open(Path path, TaskContext context, Consumer<FaceDataSet> onFirstFaces)
      throws DataSetException {
    return open(path, context);
  }

  /**
   * Writes a data set with these annotations. The target is replaced in one step once everything is
   * written, so a failure leaves it as it was. What was not changed comes out byte for byte as it
   * came in.
   *
   * @param opened the data set as {@link #open} or the last save gave it
   * @param annotations one a face, in the data set's order
   * @param target where to write; the path that was opened, or another one
   * @return the data set as it now stands at the target, for the next save
   * @throws ChangedOutsideException if the file on disk is no longer the one that was opened
   * @throws DataSetException with one sentence for the person if it could not be written
   * @throws java.util.concurrent.CancellationException if cancelled; the target is as it was
   */
  FaceDataSet save(
      FaceDataSet opened, List<Annotation> annotations, Path target, TaskContext context)
      throws DataSetException;

  /**
   * Writes a copy in which some faces are missing. What was not changed comes out byte for byte as
   * it came in.
   *
   * @param opened the data set as {@link #open} or the last save gave it
   * @param annotations one a face, of the missing ones too
   * @param dropped which faces the copy does not have, by their positions
   * @param target another path than the one that was opened
   * @throws ChangedOutsideException if the file on disk is no longer the one that was opened
   * @throws DataSetException with one sentence for the person if it could not be written
   * @throws java.util.concurrent.CancellationException if cancelled; the target is as it was
   */
  void saveWithout(
      FaceDataSet opened,
      List<Annotation> annotations,
      IntPredicate dropped,
      Path target,
      TaskContext context)
      throws DataSetException;

  /**
   * Looks whether the file of a data set is, by size and time of change, still the one that was
   * opened or saved.
   *
   * @throws ChangedOutsideException if another program changed it
   * @throws DataSetException if it cannot be looked at any more
   */
  void requireUnchanged(FaceDataSet opened) throws DataSetException;
}
