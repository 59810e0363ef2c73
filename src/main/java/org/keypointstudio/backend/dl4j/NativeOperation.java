package org.keypointstudio.backend.dl4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** A native operation whose arrays are fixed, so that it can run again and again. */
final class NativeOperation {
  private final DynamicCustomOp operation;

  private NativeOperation(
      String name, List<INDArray> inputs, List<INDArray> outputs, List<Integer> arguments) {
    operation =
        new DynamicCustomOp(
            name,
            inputs.toArray(INDArray[]::new),
            outputs.toArray(INDArray[]::new),
            List.of(),
            arguments);
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
    Nd4j.exec(operation);
  }
}
