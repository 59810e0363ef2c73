package org.keypointstudio.backend.dl4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.TensorSpec;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The first convolution, of images of one channel, as one product of matrices. Each row of the left
 * one is what one weight of the kernel sees at all places of all faces; a last row of ones takes
 * the bias. Kernel and bias lie behind each other in memory, so that they are the right one. The
 * native operation takes ten times as long here, mostly for the gradient of the image, which nobody
 * needs.
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
    INDArray seen = patches.view(0, patchLength(spec), rows);
    long[] shape = {patchLength(spec), spec.filters()};
    forward =
        NativeOperation.product(
            seen,
            true,
            weights.view(kernel.offset(), shape),
            false,
            out.valueTensor().view(0, rows, spec.filters()));
    gradient =
        NativeOperation.product(
            seen,
            false,
            out.gradientTensor().view(0, rows, spec.filters()),
            false,
            gradients.view(kernel.offset(), shape));
  }

  /** The weights of one filter, with its bias. */
  static int patchLength(LayerSpec.Convolution spec) {
    return spec.kernel() * spec.kernel() + 1;
  }

  @Override
  public void forward() {
    int taps = spec.kernel() * spec.kernel();
    Loops.inPieces(
        (long) in.faces() * in.shape().size(),
        (from, to) -> {
          // Pieces are counted in pixels so that small batches stay on one thread.
          int lastFace = (int) (to / in.shape().size());
          for (int face = (int) (from / in.shape().size()); face < lastFace; face++) {
            for (int tap = 0; tap < taps; tap++) {
              see(face, tap);
            }
          }
        });
    fillWithOnes(patches, taps * places(), places());
    forward.run();
  }

  /** The number of places of the kernel in all faces. */
  private long places() {
    return out.length() / spec.filters();
  }

  /** Writes what one weight of the kernel sees of one face. */
  private void see(int face, int tap) {
    int width = in.shape().width();
    int height = in.shape().height();
    int outWidth = out.shape().width();
    int outHeight = out.shape().height();
    int stride = spec.stride();
    int left = tap % spec.kernel() - padding(width, outWidth);
    int top = tap / spec.kernel() - padding(height, outHeight);
    int firstInside = Math.clamp(Math.ceilDiv(-left, stride), 0, outWidth);
    int lastInside = Math.clamp(Math.ceilDiv(width - left, stride), firstInside, outWidth);
    long target = tap * places() + (long) face * outHeight * outWidth;
    for (int row = 0; row < outHeight; row++, target += outWidth) {
      int y = row * stride + top;
      if (y < 0 || y >= height) {
        zero(target, outWidth);
      } else {
        zero(target, firstInside);
        zero(target + lastInside, outWidth - lastInside);
        long source = ((long) face * height + y) * width + left;
        copy(in.valueSegment(), source, stride, patches, target, firstInside, lastInside);
      }
    }
  }

  private void zero(long from, int count) {
    if (count > 0) {
      patches.asSlice(from * Float.BYTES, (long) count * Float.BYTES).fill((byte) 0);
    }
  }

  private static void copy(
      MemorySegment image,
      long source,
      int stride,
      MemorySegment patches,
      long target,
      int from,
      int to) {
    if (stride == 1) {
      MemorySegment.copy(
          image,
          (source + from) * Float.BYTES,
          patches,
          (target + from) * Float.BYTES,
          (long) (to - from) * Float.BYTES);
      return;
    }
    for (int x = from; x < to; x++) {
      patches.setAtIndex(FLOAT, target + x, image.getAtIndex(FLOAT, source + (long) x * stride));
    }
  }

  private static void fillWithOnes(MemorySegment patches, long from, long count) {
    for (long i = from; i < from + count; i++) {
      patches.setAtIndex(FLOAT, i, 1f);
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
