package org.keypointstudio.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import org.keypointstudio.training.network.LayerSpec;

/**
 * One layer as PyTorch computes it.
 *
 * @param spec what it is
 * @param padding of a convolution, to either side
 * @param learned kernel and bias, of which gradients are asked
 * @param fixed the same numbers, of which no gradients are asked, and running statistics
 */
record TorchLayer(LayerSpec spec, long padding, List<NDArray> learned, List<NDArray> fixed) {

  /** The values behind the layer, from those before it. */
  NDArray forward(NDArray in, boolean training) {
    List<NDArray> weights = training ? learned : fixed;
    return switch (spec) {
      case LayerSpec.Convolution c ->
          Conv2d.conv2d(
                  in,
                  weights.get(0),
                  weights.get(1),
                  new Shape(c.stride(), c.stride()),
                  new Shape(padding, padding))
              .singletonOrThrow();
      case LayerSpec.MaxPooling pool -> {
        Shape side = new Shape(pool.size(), pool.size());
        yield Pool.maxPool2d(in, side, side, new Shape(0, 0), false);
      }
      case LayerSpec.Dropout dropout ->
          Dropout.dropout(in, (float) dropout.rate(), training).singletonOrThrow();
      case LayerSpec.Relu _ -> Activation.relu(in);
      case LayerSpec.BatchNormalization _ ->
          BatchNorm.batchNorm(
                  in,
                  fixed.get(2),
                  fixed.get(3),
                  weights.get(0),
                  weights.get(1),
                  1,
                  (float) (1 - LayerSpec.BatchNormalization.MOMENTUM),
                  (float) LayerSpec.BatchNormalization.EPSILON,
                  training)
              .singletonOrThrow();
      case LayerSpec.Dense _ ->
          Linear.linear(
                  in.getShape().dimension() == 2 ? in : in.flatten(1, -1),
                  weights.get(0),
                  weights.get(1))
              .singletonOrThrow();
    };
  }
}
