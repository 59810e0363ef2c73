package org.keypointstudio.backend.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.LayerSpec.BatchNormalization;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TensorSpec;

/**
 * A network that computes the same without those batch normalisations that follow a convolution or
 * a fully connected layer: once learned, one multiplies and shifts each channel, which the kernel
 * and the bias before it can do as well.
 *
 * @param spec the layers that are left
 * @param weights in the order of that network
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record FoldedNetwork(NetworkSpec spec, float[] weights) {

  /** Folds what can be folded. */
  static FoldedNetwork of(NetworkSpec spec, float[] weights) {
    List<LayerSpec> kept = new ArrayList<>();
    List<float[]> parts = new ArrayList<>();
    for (int i = 0; i < spec.layers().size(); i++) {
      List<TensorSpec> tensors = tensorsOf(spec, i);
      List<float[]> own = tensors.stream().map(tensor -> copy(tensor, weights)).toList();
      if (followsKernel(spec, i)) {
        fold(parts.get(parts.size() - 2), parts.getLast(), own);
      } else {
        kept.add(spec.layers().get(i));
        parts.addAll(own);
      }
    }
    return new FoldedNetwork(
        new NetworkSpec(spec.inputWidth(), spec.inputHeight(), kept), joined(parts));
  }

  private static boolean followsKernel(NetworkSpec spec, int layer) {
    return spec.layers().get(layer) instanceof BatchNormalization
        && layer > 0
        && (spec.layers().get(layer - 1) instanceof LayerSpec.Convolution
            || spec.layers().get(layer - 1) instanceof LayerSpec.Dense);
  }

  private static void fold(float[] kernel, float[] bias, List<float[]> normalization) {
    float[] scale = normalization.get(0);
    float[] shift = normalization.get(1);
    float[] mean = normalization.get(2);
    float[] variance = normalization.get(3);
    int channels = bias.length;
    double[] factors = new double[channels];
    for (int c = 0; c < channels; c++) {
      factors[c] = scale[c] / Math.sqrt(variance[c] + BatchNormalization.EPSILON);
      bias[c] = (float) ((bias[c] - mean[c]) * factors[c] + shift[c]);
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] *= (float) factors[i % channels];
    }
  }

  private static List<TensorSpec> tensorsOf(NetworkSpec spec, int layer) {
    return spec.tensors().stream().filter(tensor -> tensor.layer() == layer).toList();
  }

  private static float[] copy(TensorSpec tensor, float[] weights) {
    float[] copy = new float[tensor.size()];
    System.arraycopy(weights, tensor.offset(), copy, 0, copy.length);
    return copy;
  }

  private static float[] joined(List<float[]> parts) {
    float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int offset = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, offset, part.length);
      offset += part.length;
    }
    return all;
  }
}
