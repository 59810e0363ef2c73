package org.keypointstudio.bench;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Arrays;
import java.util.List;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.NetworkSpec;

/**
 * A network that PyTorch computes eagerly. Its batch lies ready in its own memory with the margin
 * of the first layer around it, and nobody reads its outputs back, so that only PyTorch is timed.
 */
final class TorchWorkload implements Workload {
  private final NDManager manager;
  private final List<TorchLayer> layers;
  private final NDArray images;
  private final NDArray oneImage;
  private final NDArray targets;
  private final Optimizer optimizer;

  TorchWorkload(BenchBatch batch, boolean channelsLast) {
    manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    layers = new TorchWeights(manager, batch, channelsLast).layers();
    images = images(batch, channelsLast);
    oneImage = images.get(new NDIndex("0:1"));
    targets = manager.create(batch.targets(), new Shape(BenchBatch.FACES, batch.spec().outputs()));
    optimizer =
        AdamW.builder()
            .optLearningRateTracker(Tracker.fixed(BenchBatch.LEARNING_RATE))
            .optWeightDecays(1e-4f)
            .build();
  }

  private NDArray images(BenchBatch batch, boolean channelsLast) {
    NetworkSpec spec = batch.spec();
    Margin margin = Margin.of(spec);
    int width = spec.inputWidth() + margin.total();
    int height = spec.inputHeight() + margin.total();
    float[] padded = new float[BenchBatch.FACES * width * height];
    for (int row = 0; row < BenchBatch.FACES * spec.inputHeight(); row++) {
      int face = row / spec.inputHeight();
      int y = row % spec.inputHeight() + margin.before();
      System.arraycopy(
          batch.images(),
          row * spec.inputWidth(),
          padded,
          (face * height + y) * width + margin.before(),
          spec.inputWidth());
    }
    return channelsLast
        ? manager
            .create(padded, new Shape(BenchBatch.FACES, height, width, 1))
            .transpose(0, 3, 1, 2)
        : manager.create(padded, new Shape(BenchBatch.FACES, 1, height, width));
  }

  /**
   * Zeros around the images: PyTorch pads evenly, the program's networks less before than after.
   */
  private record Margin(int before, int total) {
    static Margin of(NetworkSpec spec) {
      if (spec.layers().getFirst() instanceof LayerSpec.Convolution c && c.padded()) {
        int out = spec.shapes().get(1).width();
        int total = (out - 1) * c.stride() + c.kernel() - spec.inputWidth();
        return new Margin(total / 2, total);
      }
      return new Margin(0, 0);
    }
  }

  @Override
  public void train() {
    try (NDManager step = manager.newSubManager();
        GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      NDArray outputs = forward(images, step, true);
      collector.backward(outputs.sub(targets).square().mean());
      images.attach(manager);
    }
    for (int i = 0; i < layers.size(); i++) {
      List<NDArray> weights = layers.get(i).learned();
      for (int j = 0; j < weights.size(); j++) {
        try (NDArray gradient = weights.get(j).getGradient()) {
          optimizer.update(i + "." + j, weights.get(j), gradient);
        }
      }
    }
  }

  /** What is computed belongs to the manager of the array it is computed from. */
  private NDArray forward(NDArray batch, NDManager step, boolean training) {
    batch.attach(step);
    NDArray values = batch;
    for (TorchLayer layer : layers) {
      values = layer.forward(values, training);
    }
    return values;
  }

  @Override
  public void predict(int faces) {
    NDArray batch = faces == 1 ? oneImage : images;
    try (NDManager step = manager.newSubManager()) {
      forward(batch, step, false);
      batch.attach(manager);
    }
  }

  @Override
  public float[] outputs() {
    try (NDManager step = manager.newSubManager()) {
      float[] outputs = forward(images, step, false).toFloatArray();
      images.attach(manager);
      return Arrays.copyOf(outputs, outputs.length);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
