package org.keypointstudio.ui.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.task.TaskContext;

/** Says what a data set's annotations say, moved at random. */
public final class FakePredictor implements KeypointPredictor {
  private final MemoryDataSet dataSet;
  private final double deviation;
  private final Random random;
  private int next;

  /**
   * A predictor that is asked for all faces in turn.
   *
   * @param deviation standard deviation of each coordinate's error, in pixels
   */
  public FakePredictor(MemoryDataSet dataSet, double deviation, long seed) {
    this.dataSet = dataSet;
    this.deviation = deviation;
    this.random = new Random(seed);
  }

  @Override
  public KeypointSchema schema() {
    return dataSet.schema();
  }

  @Override
  public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
    List<Annotation> predictions = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      predictions.add(moved(dataSet.annotation(next++)));
    }
    return predictions;
  }

  private Annotation moved(Annotation truth) {
    List<Keypoint> keypoints = new ArrayList<>();
    for (int i = 0; i < truth.size(); i++) {
      double x = truth.isPlaced(i) ? truth.x(i) : 48;
      double y = truth.isPlaced(i) ? truth.y(i) : 29;
      keypoints.add(
          Keypoint.visible(
              x + deviation * random.nextGaussian(), y + deviation * random.nextGaussian()));
    }
    return Annotation.of(keypoints);
  }

  @Override
  public void close() {}
}
