package org.keypointstudio.training.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A network: a grey image goes in, layer follows layer, coordinates come out. Or a committee of
 * several such networks, which differ in their weights and whose answers are averaged.
 *
 * @param inputWidth width of the image in pixels
 * @param inputHeight height of the image in pixels
 * @param layers of each network in their order; the last one is fully connected
 * @param members the number of networks, 1 if it is no committee
 */
public record NetworkSpec(int inputWidth, int inputHeight, List<LayerSpec> layers, int members) {

  /** The most networks of a committee. */
  public static final int MOST_MEMBERS = 8;

  /**
   * @throws IllegalArgumentException if there are too few or too many members or the layers do not
   *     fit each other
   */
  public NetworkSpec {
    layers = List.copyOf(layers);
    if (members < 1 || members > MOST_MEMBERS) {
      throw new IllegalArgumentException(
          "A committee has 1 to %d members, not %d".formatted(MOST_MEMBERS, members));
    }
    if (layers.isEmpty() || !(layers.getLast() instanceof LayerSpec.Dense)) {
      throw new IllegalArgumentException("The last layer must be fully connected");
    }
    LayerShape shape = new LayerShape(inputHeight, inputWidth, 1);
    for (LayerSpec layer : layers) {
      shape = shape.after(layer);
    }
  }

  /** A single network. */
  public NetworkSpec(int inputWidth, int inputHeight, List<LayerSpec> layers) {
    this(inputWidth, inputHeight, layers, 1);
  }

  /** A committee of so many networks like this one. */
  public NetworkSpec withMembers(int count) {
    return new NetworkSpec(inputWidth, inputHeight, layers, count);
  }

  /** One of the networks. */
  public NetworkSpec member() {
    return withMembers(1);
  }

  /** The shape that goes in, and the shape behind each layer: one more than there are layers. */
  public List<LayerShape> shapes() {
    List<LayerShape> shapes = new ArrayList<>(layers.size() + 1);
    shapes.add(new LayerShape(inputHeight, inputWidth, 1));
    for (LayerSpec layer : layers) {
      shapes.add(shapes.getLast().after(layer));
    }
    return shapes;
  }

  /** The number of coordinates that come out. */
  public int outputs() {
    return shapes().getLast().size();
  }

  /** The number of pixels that go in. */
  public int inputs() {
    return inputWidth * inputHeight;
  }

  /**
   * The tensors of all layers, in the order in which they lie in an array of weights: for each
   * layer its kernel or scale, its bias, then what it does not learn but measure. Those of the
   * second member of a committee follow on those of the first.
   */
  public List<TensorSpec> tensors() {
    List<LayerShape> shapes = shapes();
    List<TensorSpec> tensors = new ArrayList<>();
    int offset = 0;
    for (int member = 0; member < members; member++) {
      for (int i = 0; i < layers.size(); i++) {
        for (TensorSpec tensor : tensorsOf(i, shapes.get(i), offset)) {
          tensors.add(tensor);
          offset = Math.addExact(offset, tensor.size());
        }
      }
    }
    return tensors;
  }

  private List<TensorSpec> tensorsOf(int layer, LayerShape in, int offset) {
    return switch (layers.get(layer)) {
      case LayerSpec.Convolution c ->
          kernelAndBias(layer, List.of(c.kernel(), c.kernel(), in.channels(), c.filters()), offset);
      case LayerSpec.Dense dense -> kernelAndBias(layer, List.of(in.size(), dense.units()), offset);
      case LayerSpec.BatchNormalization _ -> {
        int channels = in.channels();
        List<TensorSpec> tensors = new ArrayList<>();
        for (TensorSpec.Role role : TensorSpec.Role.ofBatchNormalization()) {
          tensors.add(
              new TensorSpec(layer, role, List.of(channels), offset + tensors.size() * channels));
        }
        yield tensors;
      }
      case LayerSpec.MaxPooling _, LayerSpec.Relu _, LayerSpec.Dropout _ -> List.of();
    };
  }

  private static List<TensorSpec> kernelAndBias(int layer, List<Integer> shape, int offset) {
    var kernel = new TensorSpec(layer, TensorSpec.Role.KERNEL, shape, offset);
    return List.of(
        kernel,
        new TensorSpec(
            layer, TensorSpec.Role.BIAS, List.of(shape.getLast()), offset + kernel.size()));
  }

  /** The number of weights of all members. */
  public int parameterCount() {
    TensorSpec last = tensors().getLast();
    return Math.addExact(last.offset(), last.size());
  }
}
