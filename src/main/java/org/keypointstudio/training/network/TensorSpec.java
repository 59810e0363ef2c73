package org.keypointstudio.training.network;

import java.util.List;

/**
 * One trainable tensor within the array of all weights, in row-major order.
 *
 * @param layer position of its layer in the network
 * @param role what the layer does with it
 * @param shape (rows, columns, channels in, filters) of a convolution's kernel; (values in, units)
 *     of a fully connected layer's, where the values in lie row by row with the channels of a pixel
 *     side by side; (filters) or (units) of a bias
 * @param offset where it begins in the array
 */
public record TensorSpec(int layer, Role role, List<Integer> shape, int offset) {

  /** What a layer does with a tensor. */
  public enum Role {
    /** Multiplies what goes in. */
    KERNEL,
    /** Is added to what comes out. */
    BIAS
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
