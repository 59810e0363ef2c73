package org.keypointstudio.prediction;

import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/** A trained model that places all keypoints of a face. Used by one thread at a time. */
public interface KeypointPredictor extends AutoCloseable {

  /** Which keypoints it places. */
  KeypointSchema schema();

  /**
   * Places the keypoints of each image.
   *
   * @param images of any size; coordinates come back in their pixels
   * @param context for progress and cancelling
   * @return one annotation an image, in which every keypoint is visible
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  List<Annotation> predict(List<GrayImage> images, TaskContext context);

  /** Gives back the model's memory. */
  @Override
  void close();
}
