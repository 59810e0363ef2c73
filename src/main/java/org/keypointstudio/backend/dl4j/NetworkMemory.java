package org.keypointstudio.backend.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keypointstudio.training.network.LayerShape;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TensorSpec;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The memory of a network: its weights, their gradients, and what flows between its layers for as
 * many faces as there is room for.
 */
final class NetworkMemory implements AutoCloseable {
  private final NetworkSpec spec;
  private final List<LayerShape> shapes;
  private final int capacity;
  private final Tensor weights;
  private final Tensor gradients;
  private final List<Tensor> values = new ArrayList<>();
  private final List<Tensor> valueGradients = new ArrayList<>();
  private final Tensor patches;
  private final Pass pass;

  /**
   * Memory for a network.
   *
   * @param weights stay the caller's
   * @param gradients stay the caller's
   * @param learns whether gradients will flow
   * @param pass what is being computed
   */
  NetworkMemory(
      NetworkSpec spec, Tensor weights, Tensor gradients, int capacity, boolean learns, Pass pass) {
    this.pass = pass;
    this.spec = spec;
    this.weights = weights;
    this.gradients = gradients;
    this.capacity = capacity;
    shapes = spec.shapes();
    for (int i = 0; i < shapes.size(); i++) {
      boolean inPlace = i > 0 && worksInPlace(spec.layers().get(i - 1));
      long length = (long) capacity * shapes.get(i).size();
      values.add(inPlace ? values.getLast() : new Tensor(length));
      if (!learns || i == 0) {
        // Nobody computes these gradients; the arrays only need some memory of the right size.
        valueGradients.add(values.getLast());
      } else {
        valueGradients.add(inPlace ? valueGradients.getLast() : new Tensor(length));
      }
    }
    patches = new Tensor(patchCount());
  }

  private static boolean worksInPlace(LayerSpec layer) {
    return layer instanceof LayerSpec.Relu || layer instanceof LayerSpec.Dropout;
  }

  private long patchCount() {
    return spec.layers().getFirst() instanceof LayerSpec.Convolution first
        ? (long) capacity
            * shapes.get(1).height()
            * shapes.get(1).width()
            * GrayConvolutionStep.patchLength(first)
        : 1;
  }

  int capacity() {
    return capacity;
  }

  /**
   * What goes into a layer, or with the number of layers as position, what comes out at the end.
   */
  Flow flow(int position, int faces) {
    return new Flow(
        shapes.get(position), faces, values.get(position), valueGradients.get(position));
  }

  /** The steps of all layers for batches of so many faces. */
  List<Step> steps(int faces) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < spec.layers().size(); i++) {
      steps.add(step(i, flow(i, faces), flow(i + 1, faces)));
    }
    return steps;
  }

  private Step step(int layer, Flow in, Flow out) {
    return switch (spec.layers().get(layer)) {
      case LayerSpec.Convolution convolution when layer == 0 ->
          new GrayConvolutionStep(
              convolution,
              in,
              out,
              patches,
              weights,
              gradients,
              tensor(layer, TensorSpec.Role.KERNEL));
      case LayerSpec.Convolution convolution ->
          new ConvolutionStep(convolution, in, out, views(weights, layer), views(gradients, layer));
      case LayerSpec.MaxPooling pooling -> new PoolingStep(pooling, in, out);
      case LayerSpec.Relu _ -> new ReluStep(out);
      case LayerSpec.BatchNormalization _ ->
          new BatchNormalizationStep(
              in, out, weights, gradients, tensor(layer, TensorSpec.Role.SCALE).offset(), pass);
      case LayerSpec.Dropout dropout -> new DropoutStep(out, dropout.rate(), layer, pass);
      case LayerSpec.Dense _ ->
          new DenseStep(
              in,
              out,
              weights,
              gradients,
              tensor(layer, TensorSpec.Role.KERNEL),
              tensor(layer, TensorSpec.Role.BIAS),
              layer == 0);
    };
  }

  private INDArray[] views(Tensor memory, int layer) {
    return spec.tensors().stream()
        .filter(tensor -> tensor.layer() == layer)
        .map(tensor -> memory.view(tensor.offset(), shape(tensor)))
        .toArray(INDArray[]::new);
  }

  private static long[] shape(TensorSpec tensor) {
    return tensor.shape().stream().mapToLong(Integer::longValue).toArray();
  }

  private TensorSpec tensor(int layer, TensorSpec.Role role) {
    return spec.tensors().stream()
        .filter(tensor -> tensor.layer() == layer && tensor.role() == role)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    patches.close();
    Stream.concat(values.stream(), valueGradients.stream()).distinct().forEach(Tensor::close);
  }
}
