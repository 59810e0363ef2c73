package org.keypointstudio.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.task.TaskContext;

/** Predicts all faces of a data set with few images in memory at a time. */
final class FacePredictions {
  private static final int CHUNK = 512;

  private FacePredictions() {}

  /**
   * One prediction a face, in the data set's order.
   *
   * @throws IOException if an image cannot be read
   */
  static List<Annotation> of(FaceDataSet faces, KeypointPredictor predictor, TaskContext context)
      throws IOException {
    List<Annotation> predictions = new ArrayList<>(faces.size());
    TaskContext silent = new TaskContext(context.cancelToken(), ignored -> {});
    for (int start = 0; start < faces.size(); start += CHUNK) {
      context.throwIfCancelled();
      context.report(start, faces.size(), "Predicting");
      int end = Math.min(start + CHUNK, faces.size());
      List<GrayImage> images = new ArrayList<>(end - start);
      for (int i = start; i < end; i++) {
        images.add(faces.image(i));
      }
      predictions.addAll(predictor.predict(images, silent));
    }
    return predictions;
  }
}
