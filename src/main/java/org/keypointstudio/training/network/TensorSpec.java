package org.keypointstudio.training.network;

import java.util.List;

/**
 * One tensor within the array of all weights, in row-major order.
 *
 * @param layer position of its layer in the network
 * @param role what the layer does with it
 * @param shape (rows, columns, channels in, filters) of a convolution's kernel; (values in, units)
 *     of a fully connected layer's, where the values in lie row by row with the channels of a pixel
 *     side by side; (filters), (units) or (channels) of the others
 * @param offset where it begins in the array
 */
public record TensorSpec(int layer, Role role, List<Integer> shape, int offset) {

  /** What a layer does with a tensor. */
  public enum Role {
    /** Multiplies what goes in. */
    KERNEL,
    /** Multiplies each channel of what is normalised. */
    SCALE,
    /** Is added to what comes out. */
    BIAS,
    /** The mean of each channel, as the batches so far had it. */
    RUNNING_MEAN,
    /** The variance of each channel, as the batches so far had it. */
    RUNNING_VARIANCE;

    /** Whether an optimizer changes it; the others are measured. */
    public boolean isLearned() {
      return this != RUNNING_MEAN && this != RUNNING_VARIANCE;
    }

    /** The tensors of a batch normalisation, in their order. */
    static List<Role> ofBatchNormalization() {
      return List.of(SCALE, BIAS, RUNNING_MEAN, RUNNING_VARIANCE);
    }
  }

  /** Copies the shape. */
  public TensorSpec {
    shape = List.copyOf(shape);
  }

  /** The number of weights. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** The number of values that each output of the layer is made of. */
  public int fanIn() {
    return size() / shape.getLast();
  }
}
