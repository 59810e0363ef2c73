package org.keypointstudio.ui.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.task.TaskContext;

/** Reads many images of a data set. */
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
}
