package org.keypointstudio.backend.dl4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;

/** Our own loops over native memory, written so that the compiler turns them into vector code. */
final class Loops {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final long PARALLEL_FROM = 1 << 15;

  private Loops() {}

  /** A loop over a range. */
  @FunctionalInterface
  interface Range {
    void run(long from, long to);
  }

  /** Runs a loop over 0 to {@code length} in as many pieces as there are processors. */
  static void inPieces(long length, Range loop) {
    int pieces = length < PARALLEL_FROM ? 1 : NativeThreads.count();
    if (pieces == 1) {
      loop.run(0, length);
      return;
    }
    IntStream.range(0, pieces)
        .parallel()
        .forEach(piece -> loop.run(length * piece / pieces, length * (piece + 1) / pieces));
  }

  /** Replaces each value by max(value, 0). */
  static void rectify(MemorySegment values, long length) {
    inPieces(
        length,
        (from, to) -> {
          for (long i = from; i < to; i++) {
            values.setAtIndex(FLOAT, i, Math.max(values.getAtIndex(FLOAT, i), 0f));
          }
        });
  }

  /**
   * Replaces each gradient by zero where the rectified value is zero.
   *
   * <p>Integers instead of a comparison keep the loop free of branches: a rectified value is +0 or
   * positive, so its bits minus one are negative exactly where it is zero.
   */
  static void maskByRectified(MemorySegment gradients, MemorySegment values, long length) {
    inPieces(
        length,
        (from, to) -> {
          for (long i = from; i < to; i++) {
            int dead = (values.getAtIndex(INT, i) - 1) >> 31;
            gradients.setAtIndex(INT, i, gradients.getAtIndex(INT, i) & ~dead);
          }
        });
  }

  /** Adds a row to each row of a matrix. */
  static void addRow(MemorySegment matrix, MemorySegment row, long rowOffset, int rows, int width) {
    for (int r = 0; r < rows; r++) {
      long start = (long) r * width;
      for (int c = 0; c < width; c++) {
        matrix.setAtIndex(
            FLOAT,
            start + c,
            matrix.getAtIndex(FLOAT, start + c) + row.getAtIndex(FLOAT, rowOffset + c));
      }
    }
  }

  /** Writes the sum of a matrix's rows to {@code sum} from {@code sumOffset} on. */
  static void sumRows(
      MemorySegment matrix, int rows, int width, MemorySegment sum, long sumOffset) {
    for (int c = 0; c < width; c++) {
      sum.setAtIndex(FLOAT, sumOffset + c, 0f);
    }
    for (int r = 0; r < rows; r++) {
      long start = (long) r * width;
      for (int c = 0; c < width; c++) {
        sum.setAtIndex(
            FLOAT,
            sumOffset + c,
            sum.getAtIndex(FLOAT, sumOffset + c) + matrix.getAtIndex(FLOAT, start + c));
      }
    }
  }
}
