package org.keypointstudio.backend.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.keypointstudio.training.network.LayerShape;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TensorSpec;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Moves weights between our order and Deeplearning4j's, which keeps the channels of an image apart:
 * kernels are (filters, channels, rows, columns), and a fully connected layer behind an image takes
 * channel after channel.
 */
final class Dl4jWeights {
  /** The library's name of a running mean. */
  static final String MEAN = "mean";

  /** The library's name of a running variance. */
  static final String VARIANCE = "var";

  private final NetworkSpec spec;
  private final MultiLayerNetwork network;

  Dl4jWeights(NetworkSpec spec, MultiLayerNetwork network) {
    this.spec = spec;
    this.network = network;
  }

  void set(float[] weights) {
    for (TensorSpec tensor : spec.tensors()) {
      float[] values =
          Arrays.copyOfRange(weights, tensor.offset(), tensor.offset() + tensor.size());
      INDArray ours = Nd4j.createFromArray(values).reshape('c', shape(tensor));
      theirs(tensor).assign(toTheirs(tensor, ours));
    }
  }

  void copyTo(float[] target) {
    for (TensorSpec tensor : spec.tensors()) {
      float[] values = toOurs(tensor, theirs(tensor)).dup('c').data().asFloat();
      System.arraycopy(values, 0, target, tensor.offset(), tensor.size());
    }
  }

  private INDArray theirs(TensorSpec tensor) {
    return network.getLayer(tensor.layer()).getParam(name(tensor));
  }

  private String name(TensorSpec tensor) {
    boolean normalizes = spec.layers().get(tensor.layer()) instanceof LayerSpec.BatchNormalization;
    return switch (tensor.role()) {
      case KERNEL -> "W";
      case SCALE -> "gamma";
      case BIAS -> normalizes ? "beta" : "b";
      case RUNNING_MEAN -> MEAN;
      case RUNNING_VARIANCE -> VARIANCE;
    };
  }

  private INDArray toTheirs(TensorSpec tensor, INDArray ours) {
    if (tensor.role() != TensorSpec.Role.KERNEL) {
      return ours.reshape(1, tensor.size());
    }
    if (spec.layers().get(tensor.layer()) instanceof LayerSpec.Convolution) {
      return ours.permute(3, 2, 0, 1);
    }
    LayerShape in = spec.shapes().get(tensor.layer());
    return ours.reshape('c', in.height(), in.width(), in.channels(), tensor.shape().getLast())
        .permute(2, 0, 1, 3)
        .dup('c')
        .reshape('c', shape(tensor));
  }

  private INDArray toOurs(TensorSpec tensor, INDArray theirs) {
    if (tensor.role() != TensorSpec.Role.KERNEL) {
      return theirs;
    }
    if (spec.layers().get(tensor.layer()) instanceof LayerSpec.Convolution) {
      return theirs.permute(2, 3, 1, 0);
    }
    LayerShape in = spec.shapes().get(tensor.layer());
    return theirs
        .dup('c')
        .reshape('c', in.channels(), in.height(), in.width(), tensor.shape().getLast())
        .permute(1, 2, 0, 3);
  }

  private static long[] shape(TensorSpec tensor) {
    return tensor.shape().stream().mapToLong(Integer::longValue).toArray();
  }
}
