package org.keypointstudio.backend.dl4j;

import java.util.List;
import org.keypointstudio.training.network.LayerSpec;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution of images of several channels. */
final class ConvolutionStep implements Step {
  private final NativeOperation forward;
  private final NativeOperation backward;

  /**
   * Binds the operations to their arrays.
   *
   * @param in values and gradients of the layer before
   * @param out values and gradients of this layer
   */
  ConvolutionStep(
      LayerSpec.Convolution spec, Flow in, Flow out, INDArray[] weights, INDArray[] gradients) {
    var window = new NativeOperation.Window(spec.kernel(), spec.stride(), spec.padded(), false);
    INDArray kernel = weights[0];
    INDArray bias = weights[1];
    forward =
        NativeOperation.onImages(
            "conv2d", List.of(in.values(), kernel, bias), List.of(out.values()), window);
    backward =
        NativeOperation.onImages(
            "conv2d_bp",
            List.of(in.values(), kernel, bias, out.gradients()),
            List.of(in.gradients(), gradients[0], gradients[1]),
            window);
  }

  @Override
  public void forward() {
    forward.run();
  }

  @Override
  public void backward() {
    backward.run();
  }
}
