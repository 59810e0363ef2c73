package org.keypointstudio.training.network;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Initial weights: normal with variance 2 / (values in) as in He et al. 2015, "Delving Deep into
 * Rectifiers", for every kernel and zero for every bias; a normalisation begins by changing nothing
 * else. The last kernel is ten times smaller, so that an untrained network answers close to the
 * mean face.
 */
public final class WeightInitialization {
  private static final double LAST_KERNEL_SCALE = 0.1;

  private WeightInitialization() {}

  /** The weights that a seed gives, in the order of {@link NetworkSpec#tensors}. */
  public static float[] initialWeights(NetworkSpec spec, long seed) {
    float[] weights = new float[spec.parameterCount()];
    RandomGenerator random = new SplittableRandom(seed);
    List<TensorSpec> tensors = spec.tensors();
    int lastLayer = tensors.getLast().layer();
    for (TensorSpec tensor : tensors) {
      if (tensor.role() == TensorSpec.Role.KERNEL) {
        double scale = tensor.layer() == lastLayer ? LAST_KERNEL_SCALE : 1;
        double deviation = scale * Math.sqrt(2.0 / tensor.fanIn());
        for (int i = tensor.offset(); i < tensor.offset() + tensor.size(); i++) {
          weights[i] = (float) random.nextGaussian(0, deviation);
        }
      }
      if (tensor.role() == TensorSpec.Role.SCALE
          || tensor.role() == TensorSpec.Role.RUNNING_VARIANCE) {
        Arrays.fill(weights, tensor.offset(), tensor.offset() + tensor.size(), 1);
      }
    }
    return weights;
  }
}
