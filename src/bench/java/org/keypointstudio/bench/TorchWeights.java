package org.keypointstudio.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.training.network.LayerShape;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.TensorSpec;

/**
 * Turns weights from the program's own order into PyTorch's: kernels are (filters, channels, rows,
 * columns), and a fully connected layer is (units, values), where the values come channel after
 * channel.
 */
final class TorchWeights {
  private final NDManager manager;
  private final BenchBatch batch;
  private final boolean channelsLast;

  TorchWeights(NDManager manager, BenchBatch batch, boolean channelsLast) {
    this.manager = manager;
    this.batch = batch;
    this.channelsLast = channelsLast;
  }

  /** The layers of the network with their weights. */
  List<TorchLayer> layers() {
    List<TorchLayer> layers = new ArrayList<>();
    for (int i = 0; i < batch.spec().layers().size(); i++) {
      LayerSpec spec = batch.spec().layers().get(i);
      int layer = i;
      List<TensorSpec> tensors =
          batch.spec().tensors().stream().filter(tensor -> tensor.layer() == layer).toList();
      List<NDArray> fixed = tensors.stream().map(this::converted).toList();
      List<NDArray> learned =
          IntStream.range(0, fixed.size())
              .filter(t -> tensors.get(t).role().isLearned())
              .mapToObj(t -> learned(fixed.get(t)))
              .toList();
      layers.add(new TorchLayer(spec, padding(spec, i == 0), learned, fixed));
    }
    return layers;
  }

  private NDArray learned(NDArray fixed) {
    NDArray learned = fixed.duplicate();
    learned.setRequiresGradient(true);
    return learned;
  }

  /** The images of the batch get their margin beforehand, so the first layer needs none. */
  private static long padding(LayerSpec spec, boolean first) {
    return spec instanceof LayerSpec.Convolution c && c.padded() && !first ? c.kernel() / 2 : 0;
  }

  private NDArray converted(TensorSpec tensor) {
    NDArray ours =
        manager.create(
            Arrays.copyOfRange(batch.weights(), tensor.offset(), tensor.offset() + tensor.size()),
            new Shape(tensor.shape().stream().mapToLong(Integer::longValue).toArray()));
    if (tensor.role() != TensorSpec.Role.KERNEL) {
      return ours;
    }
    if (batch.spec().layers().get(tensor.layer()) instanceof LayerSpec.Convolution) {
      return channelsLast ? channelsSideBySide(ours) : contiguous(ours.transpose(3, 2, 0, 1));
    }
    LayerShape in = batch.spec().shapes().get(tensor.layer());
    return contiguous(
        ours.reshape(in.height(), in.width(), in.channels(), tensor.shape().getLast())
            .transpose(3, 2, 0, 1)
            .reshape(tensor.shape().getLast(), in.size()));
  }

  private NDArray channelsSideBySide(NDArray ours) {
    return contiguous(ours.transpose(3, 0, 1, 2)).transpose(0, 3, 1, 2);
  }

  private NDArray contiguous(NDArray array) {
    return manager.create(array.toFloatArray(), array.getShape());
  }
}
