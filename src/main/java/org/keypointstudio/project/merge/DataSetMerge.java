package org.keypointstudio.project.merge;

import java.io.IOException;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.edit.merge.LabelsMerge;
import org.keypointstudio.edit.merge.Side;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;

/** Merges what two people said of the faces of one data set, each in a file of their own. */
public final class DataSetMerge {
  private DataSetMerge() {}

  /**
   * Merges two files that came from a third.
   *
   * @param base what both began with
   * @param rule which side conflicts go to
   * @throws DataSetException with one sentence for the person if they do not show the same faces
   */
  public static LabelsMerge of(
      LabelledDataSet base,
      LabelledDataSet ours,
      LabelledDataSet theirs,
      Side rule,
      TaskContext context)
      throws DataSetException {
    requireSameShape(base.dataSet(), ours.dataSet());
    requireSameShape(ours.dataSet(), theirs.dataSet());
    requireSameImages(base, ours, theirs, context);
    return LabelsMerge.of(base.labels(), ours.labels(), theirs.labels(), rule);
  }

  /**
   * Looks whether two data sets have as many faces, with the same keypoints.
   *
   * @throws DataSetException with one sentence for the person if they do not
   */
  public static void requireSameShape(FaceDataSet first, FaceDataSet second)
      throws DataSetException {
    if (first.size() != second.size()) {
      throw new DataSetException(
          "%s has %,d rows and %s has %,d: only files with the same rows can be merged."
              .formatted(first.path(), first.size(), second.path(), second.size()));
    }
    if (!first.schema().keypointNames().equals(second.schema().keypointNames())) {
      throw new DataSetException(
          "%s and %s have different keypoints: only files with the same ones can be merged."
              .formatted(first.path(), second.path()));
    }
  }

  /** Rows that one side changed must show what they show on the other side. */
  private static void requireSameImages(
      LabelledDataSet base, LabelledDataSet ours, LabelledDataSet theirs, TaskContext context)
      throws DataSetException {
    int size = base.labels().size();
    for (int row = 0; row < size; row++) {
      context.throwIfCancelled();
      boolean changed =
          !ours.labels().get(row).equals(base.labels().get(row))
              || !theirs.labels().get(row).equals(base.labels().get(row));
      if (changed && !isSame(image(ours, row), image(theirs, row))) {
        throw new DataSetException(
            "%s shows another image in %s than in %s: only files of the same images in the same order can be merged."
                .formatted(
                    ours.dataSet().face(row).name(),
                    theirs.dataSet().path(),
                    ours.dataSet().path()));
      }
      context.report(row + 1, size, "Comparing images");
    }
  }

  private static GrayImage image(LabelledDataSet faces, int row) throws DataSetException {
    try {
      return faces.dataSet().image(row);
    } catch (DataSetException known) {
      throw known;
    } catch (IOException problem) {
      throw new DataSetException(String.valueOf(problem.getMessage()), problem);
    }
  }

  private static boolean isSame(GrayImage first, GrayImage second) {
    if (!first.size().equals(second.size())) {
      return false;
    }
    for (int y = 0; y < first.height(); y++) {
      for (int x = 0; x < first.width(); x++) {
        if (first.at(x, y) != second.at(x, y)) {
          return false;
        }
      }
    }
    return true;
  }
}
