package org.keypointstudio.prediction;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/**
 * Shows a model each face twice, as it is and mirrored, and takes the middle of both answers. What
 * the model errs on one side and not on the other is halved; it takes twice the time.
 */
public final class FlipAveragingPredictor implements KeypointPredictor {
  private static final int FACES_AT_ONCE = 512;

  private final KeypointPredictor model;
  private final KeypointPredictor mirrors;

  /** Averages the answers of a model, which it closes with itself. */
  public FlipAveragingPredictor(KeypointPredictor model) {
    this.model = model;
    this.mirrors = new MirroredPredictor(model);
  }

  @Override
  public KeypointSchema schema() {
    return model.schema();
  }

  @Override
  public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
    List<Annotation> averages = new ArrayList<>(images.size());
    TaskContext silent = new TaskContext(context.cancelToken(), _ -> {});
    for (int start = 0; start < images.size(); start += FACES_AT_ONCE) {
      List<GrayImage> some = images.subList(start, Math.min(images.size(), start + FACES_AT_ONCE));
      List<Annotation> straight = model.predict(some, silent);
      List<Annotation> mirrored = mirrors.predict(some, silent);
      for (int i = 0; i < some.size(); i++) {
        averages.add(middle(straight.get(i), mirrored.get(i)));
      }
      context.report(averages.size(), images.size(), "Predicting keypoints");
    }
    return List.copyOf(averages);
  }

  private static Annotation middle(Annotation one, Annotation other) {
    List<Keypoint> keypoints = new ArrayList<>(one.size());
    for (int k = 0; k < one.size(); k++) {
      keypoints.add(
          one.isPlaced(k) && other.isPlaced(k)
              ? new Keypoint(
                  (one.x(k) + other.x(k)) / 2, (one.y(k) + other.y(k)) / 2, one.visibility(k))
              : one.keypoint(k));
    }
    return Annotation.of(keypoints);
  }

  @Override
  public void close() {
    model.close();
  }
}
