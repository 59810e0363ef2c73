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

/** Reads many images of a data set, to predict or to learn from. */
public final class DataSetImages {
  private static final int FACES_PER_REPORT = 100;

  private DataSetImages() {}

  /**
   * The images of the faces from {@code start} on, up to but without {@code end}.
   *
   * @throws IOException if an image cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static List<GrayImage> read(FaceDataSet dataSet, int start, int end, TaskContext context)
      throws IOException {
    List<GrayImage> images = new ArrayList<>(end - start);
    for (int face = start; face < end; face++) {
      context.throwIfCancelled();
      images.add(dataSet.image(face));
      if (face % FACES_PER_REPORT == 0) {
        context.report(face - start, end - start, "Reading images");
      }
    }
    return images;
  }

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
        read(dataSet, 0, dataSet.size(), context),
        labels,
        groups.names(),
        new TrainingFaces.Origin(Optional.of(dataSet.path().toAbsolutePath()), groups.notes()));
  }
}
