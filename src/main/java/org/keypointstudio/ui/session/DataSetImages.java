package org.keypointstudio.ui.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.TrainingFaces;

/** Reads the images of a data set to learn from. */
public final class DataSetImages {
  private static final int FACES_PER_REPORT = 100;

  private DataSetImages() {}

  /**
   * All faces to learn from, with these labels and the groups that lie beside the data set.
   *
   * @param labels one a face, in the data set's order
   * @throws IOException if an image cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static TrainingFaces snapshot(
      FaceDataSet dataSet, List<Annotation> labels, TaskContext context) throws IOException {
    FaceGroups groups = FaceGroups.beside(dataSet.path(), dataSet.size());
    return new TrainingFaces(
        dataSet.schema(),
        read(dataSet, context),
        labels,
        groups.names(),
        new TrainingFaces.Origin(Optional.of(dataSet.path().toAbsolutePath()), groups.notes()));
  }

  private static List<GrayImage> read(FaceDataSet dataSet, TaskContext context) throws IOException {
    List<GrayImage> images = new ArrayList<>(dataSet.size());
    for (int face = 0; face < dataSet.size(); face++) {
      context.throwIfCancelled();
      images.add(dataSet.image(face));
      if (face % FACES_PER_REPORT == 0) {
        context.report(face, dataSet.size(), "Reading images");
      }
    }
    return images;
  }
}
