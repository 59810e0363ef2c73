package org.keypointstudio.backend.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keypointstudio.prediction.FeatureExtractor;
import org.keypointstudio.prediction.WholeSet;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.network.InferenceNetwork;
import org.keypointstudio.training.network.InputFrame;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.NetworkEngine;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TrainedModel;

/** Computes the models of run folders up to the layer before the last. */
public final class Dl4jFeatureExtractor implements FeatureExtractor {
  private static final int BATCH_SIZE = 64;

  private final NetworkEngine engine = new NativeEngine();

  @Override
  public List<float[]> features(
      Path runFolder, int size, WholeSet.Images images, TaskContext context) throws IOException {
    context.report(0, size, "Loading the model");
    TrainedModel model = new RunFolder(runFolder).readModel();
    NetworkSpec head = headOf(model.spec());
    float[] weights = Arrays.copyOf(model.weights(), head.parameterCount());
    try (InferenceNetwork network = engine.inference(head, weights)) {
      return compute(network, model.frame(), size, images, context);
    }
  }

  /**
   * The layers of one member up to the last fully connected one but one; the whole member if there
   * is no other.
   */
  static NetworkSpec headOf(NetworkSpec spec) {
    List<LayerSpec> layers = spec.layers();
    int last = layers.size() - 2;
    while (last >= 0 && !(layers.get(last) instanceof LayerSpec.Dense)) {
      last--;
    }
    return last < 0
        ? spec.member()
        : new NetworkSpec(spec.inputWidth(), spec.inputHeight(), layers.subList(0, last + 1));
  }

  private static List<float[]> compute(
      InferenceNetwork network,
      InputFrame frame,
      int size,
      WholeSet.Images images,
      TaskContext context)
      throws IOException {
    int length = network.spec().outputs();
    byte[] pixels = new byte[frame.pixelCount()];
    float[] inputs = new float[BATCH_SIZE * frame.pixelCount()];
    float[] outputs = new float[BATCH_SIZE * length];
    List<float[]> features = new ArrayList<>(size);
    while (features.size() < size) {
      context.throwIfCancelled();
      int first = features.size();
      int faces = Math.min(BATCH_SIZE, size - first);
      for (int i = 0; i < faces; i++) {
        frame.copyPixels(images.image(first + i), pixels, 0);
        frame.standardize(pixels, 0, inputs, i * frame.pixelCount());
      }
      network.predict(inputs, faces, outputs);
      for (int i = 0; i < faces; i++) {
        features.add(Arrays.copyOfRange(outputs, i * length, (i + 1) * length));
      }
      context.report(features.size(), size, "Asking the network");
    }
    return features;
  }
}
