package org.keypointstudio.backend.dl4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.TensorSpec;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The first convolution, of images of one channel, as one product of matrices: each row of the left
 * one is the patch under the kernel at one place, followed by a one that takes the bias. Kernel and
 * bias lie behind each other in memory, so that they are the right one. The native operation takes
 * ten times as long here, mostly for the gradient of the image, which nobody needs.
 */
final class GrayConvolutionStep implements Step {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  private final LayerSpec.Convolution spec;
  private final Flow in;
  private final Flow out;
  private final MemorySegment patches;
  private final NativeOperation forward;
  private final NativeOperation gradient;

  GrayConvolutionStep(
      LayerSpec.Convolution spec,
      Flow in,
      Flow out,
      Tensor patches,
      Tensor weights,
      Tensor gradients,
      TensorSpec kernel) {
    this.spec = spec;
    this.in = in;
    this.out = out;
    this.patches = patches.segment();
    long rows = out.length() / spec.filters();
    INDArray patchRows = patches.view(0, rows, patchLength(spec));
    long[] shape = {patchLength(spec), spec.filters()};
    forward =
        NativeOperation.product(
            patchRows,
            false,
            weights.view(kernel.offset(), shape),
            false,
            out.valueTensor().view(0, rows, spec.filters()));
    gradient =
        NativeOperation.product(
            patchRows,
            true,
            out.gradientTensor().view(0, rows, spec.filters()),
            false,
            gradients.view(kernel.offset(), shape));
  }

  /** The values of one patch with the one that takes the bias. */
  static int patchLength(LayerSpec.Convolution spec) {
    return spec.kernel() * spec.kernel() + 1;
  }

  @Override
  public void forward() {
    Loops.inPieces(
        (long) in.faces() * out.shape().height(),
        (from, to) -> {
          for (long row = from; row < to; row++) {
            cutRow((int) (row / out.shape().height()), (int) (row % out.shape().height()));
          }
        });
    forward.run();
  }

  private void cutRow(int face, int outRow) {
    int width = in.shape().width();
    int height = in.shape().height();
    int side = spec.kernel();
    int length = patchLength(spec);
    int firstRow = outRow * spec.stride() - padding(height, out.shape().height());
    int padding = padding(width, out.shape().width());
    MemorySegment image = in.valueSegment();
    for (int x = 0; x < out.shape().width(); x++) {
      int firstColumn = x * spec.stride() - padding;
      long patch =
          (((long) face * out.shape().height() + outRow) * out.shape().width() + x) * length;
      for (int ky = 0; ky < side; ky++) {
        int y = firstRow + ky;
        long source = ((long) face * height + y) * width + firstColumn;
        for (int kx = 0; kx < side; kx++) {
          int column = firstColumn + kx;
          boolean inside = y >= 0 && y < height && column >= 0 && column < width;
          float value = inside ? image.getAtIndex(FLOAT, source + kx) : 0f;
          patches.setAtIndex(FLOAT, patch + (long) ky * side + kx, value);
        }
      }
      patches.setAtIndex(FLOAT, patch + length - 1, 1f);
    }
  }

  /** Zeros before the first pixel; an odd one is left over for the end. */
  private int padding(int inSide, int outSide) {
    int missing = (outSide - 1) * spec.stride() + spec.kernel() - inSide;
    return spec.padded() ? Math.max(0, missing) / 2 : 0;
  }

  @Override
  public void backward() {
    gradient.run();
  }
}
