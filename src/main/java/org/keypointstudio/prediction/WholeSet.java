package org.keypointstudio.prediction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.task.TaskContext;

/** Predicts all faces of a data set of any size with few of its images in memory at a time. */
public final class WholeSet {
  private static final int FACES_AT_ONCE = 512;

  private WholeSet() {}

  /** Where the images are. */
  @FunctionalInterface
  public interface Images {
    /**
     * The image of a face.
     *
     * @param face position in the data set, counted from 0
     * @throws IOException if it cannot be read
     */
    GrayImage image(int face) throws IOException;
  }

  /**
   * One prediction a face, in the data set's order.
   *
   * @param size the number of faces
   * @throws IOException if an image cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static List<Annotation> predict(
      KeypointPredictor predictor, int size, Images images, TaskContext context)
      throws IOException {
    List<Annotation> predictions = new ArrayList<>(size);
    TaskContext quiet = new TaskContext(context.cancelToken(), _ -> {});
    for (int start = 0; start < size; start += FACES_AT_ONCE) {
      int end = Math.min(start + FACES_AT_ONCE, size);
      List<GrayImage> chunk = new ArrayList<>(end - start);
      for (int face = start; face < end; face++) {
        context.throwIfCancelled();
        chunk.add(images.image(face));
      }
      predictions.addAll(predictor.predict(chunk, quiet));
      context.report(end, size, "Predicting");
    }
    return predictions;
  }
}
