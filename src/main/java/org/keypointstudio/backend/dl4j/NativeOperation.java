package org.keypointstudio.backend.dl4j;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * A native operation whose arrays are fixed, so that it can run again and again. It keeps the
 * context that names its arrays to the native side, where the library's own way makes one a call:
 * for one face that takes longer than many an operation.
 */
final class NativeOperation {
  private final NativeOps library = NativeOpsHolder.getInstance().getDeviceNativeOps();
  private final String name;
  private final OpContext context;
  private final Pointer contextPointer;
  private final long hash;

  private NativeOperation(
      String name, List<INDArray> inputs, List<INDArray> outputs, List<Integer> arguments) {
    this.name = name;
    hash = DynamicCustomOp.builder(name).build().opHash();
    context = Nd4j.getExecutioner().buildContext();
    context.setInputArrays(inputs);
    context.setOutputArrays(outputs);
    context.setIArguments(arguments.stream().mapToLong(Integer::longValue).toArray());
    contextPointer = context.contextPointer();
  }

  /** The product of two matrices, each of which may be turned over first. */
  static NativeOperation product(
      INDArray left, boolean turnLeft, INDArray right, boolean turnRight, INDArray result) {
    return new NativeOperation(
        "matmul",
        List.of(left, right),
        List.of(result),
        List.of(turnLeft ? 1 : 0, turnRight ? 1 : 0, 0));
  }

  /** An operation on images whose channels lie side by side. */
  static NativeOperation onImages(
      String name, List<INDArray> inputs, List<INDArray> outputs, Window window) {
    return new NativeOperation(name, inputs, outputs, window.arguments());
  }

  /**
   * What a convolution or a pooling slides over an image.
   *
   * @param size side of the square
   * @param stride pixels from one place to the next
   * @param padded whether zeros around the image keep its size
   * @param pooling whether it pools; the operations count their arguments differently
   */
  record Window(int size, int stride, boolean padded, boolean pooling) {
    private static final int CHANNELS_LAST = 1;

    private List<Integer> arguments() {
      int same = padded ? 1 : 0;
      return pooling
          ? List.of(size, size, stride, stride, 0, 0, 1, 1, same, 0, CHANNELS_LAST)
          : List.of(size, size, stride, stride, 0, 0, 1, 1, same, CHANNELS_LAST, 0);
    }
  }

  /** Computes the outputs. */
  void run() {
    if (library.execCustomOp2(null, hash, contextPointer) != 0) {
      throw new IllegalStateException(
          "%s of %d arrays failed: %s"
              .formatted(name, context.numInputArguments(), library.lastErrorMessage()));
    }
  }
}
