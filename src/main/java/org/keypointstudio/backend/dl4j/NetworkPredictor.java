package org.keypointstudio.backend.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.network.InferenceNetwork;
import org.keypointstudio.training.network.InputFrame;
import org.keypointstudio.training.network.TargetScaling;
import org.keypointstudio.training.network.TrainedModel;

/** Places keypoints by a trained network, batch after batch. */
final class NetworkPredictor implements KeypointPredictor {
  private static final int BATCH_SIZE = 64;

  private final KeypointSchema schema;
  private final TargetScaling scaling;
  private final InputFrame frame;
  private final InferenceNetwork network;
  private final byte[] pixels;
  private final float[] inputs;
  private final float[] outputs;

  NetworkPredictor(TrainedModel model, InferenceNetwork network) {
    schema = model.schema();
    scaling = model.scaling();
    frame = model.frame();
    this.network = network;
    pixels = new byte[frame.pixelCount()];
    inputs = new float[BATCH_SIZE * frame.pixelCount()];
    outputs = new float[BATCH_SIZE * model.spec().outputs()];
  }

  @Override
  public KeypointSchema schema() {
    return schema;
  }

  @Override
  public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
    List<Annotation> annotations = new ArrayList<>(images.size());
    while (annotations.size() < images.size()) {
      context.throwIfCancelled();
      int first = annotations.size();
      int faces = Math.min(BATCH_SIZE, images.size() - first);
      for (int i = 0; i < faces; i++) {
        frame.copyPixels(images.get(first + i), pixels, 0);
        frame.standardize(pixels, 0, inputs, i * frame.pixelCount());
      }
      network.predict(inputs, faces, outputs);
      for (int i = 0; i < faces; i++) {
        annotations.add(decode(i, images.get(first + i)));
      }
      context.report(annotations.size(), images.size(), "Predicting keypoints");
    }
    return List.copyOf(annotations);
  }

  private Annotation decode(int place, GrayImage image) {
    double[] coordinates = new double[2 * schema.size()];
    for (int c = 0; c < coordinates.length; c++) {
      double value = scaling.decode(c, outputs[place * coordinates.length + c]);
      coordinates[c] =
          c % 2 == 0 ? frame.toImageX(value, image.width()) : frame.toImageY(value, image.height());
    }
    return Annotation.ofCoordinates(coordinates);
  }

  @Override
  public void close() {
    network.close();
  }
}
