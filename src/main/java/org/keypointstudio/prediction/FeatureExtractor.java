package org.keypointstudio.prediction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.keypointstudio.task.TaskContext;

/**
 * Tells what trained networks make of faces before they place keypoints. The port behind which the
 * engine lives.
 */
public interface FeatureExtractor {

  /**
   * The values of the last fully connected layer but one of a run's best model, of a committee
   * those of its first member, before they are rectified.
   *
   * @param size the number of faces
   * @return one row a face, in order
   * @throws IOException with a sentence for the person if the folder is not a whole run, or an
   *     image cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  List<float[]> features(Path runFolder, int size, WholeSet.Images images, TaskContext context)
      throws IOException;
}
