package org.keypointstudio.backend.dl4j;

import org.keypointstudio.training.network.TensorSpec;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A fully connected layer. */
final class DenseStep implements Step {
  private final Flow out;
  private final Tensor weights;
  private final Tensor gradients;
  private final TensorSpec bias;
  private final NativeOperation forward;
  private final NativeOperation kernelGradient;
  private final NativeOperation inputGradient;
  private final boolean first;

  /**
   * Binds the operations to their arrays.
   *
   * @param first whether nothing before it needs gradients
   */
  DenseStep(
      Flow in,
      Flow out,
      Tensor weights,
      Tensor gradients,
      TensorSpec kernel,
      TensorSpec bias,
      boolean first) {
    this.out = out;
    this.weights = weights;
    this.gradients = gradients;
    this.bias = bias;
    this.first = first;
    long[] shape = {kernel.shape().get(0), kernel.shape().get(1)};
    INDArray kernelValues = weights.view(kernel.offset(), shape);
    INDArray kernelGradients = gradients.view(kernel.offset(), shape);
    forward = NativeOperation.product(in.valueRows(), false, kernelValues, false, out.valueRows());
    kernelGradient =
        NativeOperation.product(in.valueRows(), true, out.gradientRows(), false, kernelGradients);
    inputGradient =
        NativeOperation.product(out.gradientRows(), false, kernelValues, true, in.gradientRows());
  }

  @Override
  public void forward() {
    forward.run();
    Loops.addRow(out.valueSegment(), weights.segment(), bias.offset(), out.faces(), bias.size());
  }

  @Override
  public void backward() {
    kernelGradient.run();
    Loops.sumRows(
        out.gradientSegment(), out.faces(), bias.size(), gradients.segment(), bias.offset());
    if (!first) {
      inputGradient.run();
    }
  }
}
