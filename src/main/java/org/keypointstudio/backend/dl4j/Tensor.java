package org.keypointstudio.backend.dl4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Floats in native memory, row by row: as an array for native operations, and as a segment for our
 * own loops over the same memory.
 */
final class Tensor implements AutoCloseable {
  private final INDArray flat;
  private final MemorySegment segment;

  /** So many zeros. */
  Tensor(long length) {
    flat = Nd4j.create(DataType.FLOAT, length);
    segment = segmentOf(flat, length);
  }

  @SuppressWarnings("restricted") // The memory stays alive as long as this object holds the array.
  private static MemorySegment segmentOf(INDArray array, long length) {
    return MemorySegment.ofAddress(array.data().address()).reinterpret(length * Float.BYTES);
  }

  /** The number of floats. */
  long length() {
    return flat.length();
  }

  /** The same memory for our own loops. */
  MemorySegment segment() {
    return segment;
  }

  /** The same memory from a position on, in a shape. */
  INDArray view(long offset, long... shape) {
    long size = 1;
    for (long side : shape) {
      size *= side;
    }
    return flat.get(NDArrayIndex.interval(offset, offset + size)).reshape('c', shape);
  }

  /** Copies floats in. */
  void copyFrom(float[] source, int length) {
    MemorySegment.copy(source, 0, segment, ValueLayout.JAVA_FLOAT, 0, length);
  }

  /** Copies floats out. */
  void copyTo(float[] target, int length) {
    MemorySegment.copy(segment, ValueLayout.JAVA_FLOAT, 0, target, 0, length);
  }

  @Override
  public void close() {
    flat.close();
  }
}
