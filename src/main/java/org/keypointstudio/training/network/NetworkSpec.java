package org.keypointstudio.training.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A network: a grey image goes in, layer follows layer, coordinates come out.
 *
 * @param inputWidth width of the image in pixels
 * @param inputHeight height of the image in pixels
 * @param layers in their order; the last one is fully connected
 */
public record NetworkSpec(int inputWidth, int inputHeight, List<LayerSpec> layers) {

  /**
   * @throws IllegalArgumentException if the layers do not fit each other
   */
  public NetworkSpec {
    layers = List.copyOf(layers);
    if (layers.isEmpty() || !(layers.getLast() instanceof LayerSpec.Dense)) {
      throw new IllegalArgumentException("The last layer must be fully connected");
    }
    LayerShape shape = new LayerShape(inputHeight, inputWidth, 1);
    for (LayerSpec layer : layers) {
      shape = shape.after(layer);
    }
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
   * The trainable tensors of all layers, in the order in which they lie in an array of weights: for
   * each layer its kernel, then its bias.
   */
  public List<TensorSpec> tensors() {
    List<LayerShape> shapes = shapes();
    List<TensorSpec> tensors = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < layers.size(); i++) {
      List<Integer> kernel =
          switch (layers.get(i)) {
            case LayerSpec.Convolution c ->
                List.of(c.kernel(), c.kernel(), shapes.get(i).channels(), c.filters());
            case LayerSpec.Dense dense -> List.of(shapes.get(i).size(), dense.units());
            case LayerSpec.MaxPooling _, LayerSpec.Relu _, LayerSpec.Dropout _ -> List.of();
          };
      if (!kernel.isEmpty()) {
        tensors.add(new TensorSpec(i, TensorSpec.Role.KERNEL, kernel, offset));
        offset += tensors.getLast().size();
        tensors.add(new TensorSpec(i, TensorSpec.Role.BIAS, List.of(kernel.getLast()), offset));
        offset += tensors.getLast().size();
      }
    }
    return tensors;
  }

  /** The number of trainable weights. */
  public int parameterCount() {
    TensorSpec last = tensors().getLast();
    return Math.addExact(last.offset(), last.size());
  }
}
