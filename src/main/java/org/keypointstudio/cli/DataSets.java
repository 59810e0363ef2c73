package org.keypointstudio.cli;

import java.nio.file.Path;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;

/**
 * Opens data sets with the marks that lie beside them, and says on stderr which of those cannot be
 * used.
 */
record DataSets(LabelStore labels, Console console) {

  /** Opens the faces, of which occluded and absent keypoints are marked. */
  FaceDataSet open(Path path, TaskContext context) throws DataSetException {
    return openLabelled(path, context).dataSet();
  }

  /** Opens the faces with everything that was said of them. */
  LabelledDataSet openLabelled(Path path, TaskContext context) throws DataSetException {
    LabelledDataSet opened = labels.open(path, context);
    opened.messages().forEach(console.err()::println);
    return opened;
  }
}
