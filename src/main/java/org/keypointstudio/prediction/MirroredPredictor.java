package org.keypointstudio.prediction;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/**
 * Shows a model each face mirrored, and brings its answers back onto the face as it is. Where they
 * differ from the answers for the face itself, the model is not sure.
 */
public final class MirroredPredictor implements KeypointPredictor {
  private final KeypointPredictor model;

  /** Mirrors what a model sees, which it closes with itself. */
  public MirroredPredictor(KeypointPredictor model) {
    this.model = model;
  }

  @Override
  public KeypointSchema schema() {
    return model.schema();
  }

  @Override
  public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
    List<Annotation> mirrored =
        model.predict(images.stream().map(GrayImage::mirrored).toList(), context);
    List<Annotation> back = new ArrayList<>(images.size());
    for (int i = 0; i < images.size(); i++) {
      back.add(mirrored.get(i).flipped(schema(), images.get(i).width()));
    }
    return List.copyOf(back);
  }

  @Override
  public void close() {
    model.close();
  }
}
