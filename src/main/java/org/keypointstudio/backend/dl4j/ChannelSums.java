package org.keypointstudio.backend.dl4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Two sums for each channel over all pixels of a batch. Rows are summed in blocks of a fixed size,
 * floats within a block and doubles over the blocks, in their order: the result depends neither on
 * the number of threads nor on which of them is quicker.
 */
final class ChannelSums {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private static final int BLOCK_ROWS = 256;

  private final int channels;
  private final long rows;
  private final int blocks;
  private final float[][] first;
  private final float[][] second;

  /** Sums over so many pixels. */
  ChannelSums(int channels, long rows) {
    this.channels = channels;
    this.rows = rows;
    blocks = Math.toIntExact(Math.ceilDiv(rows, BLOCK_ROWS));
    first = new float[blocks][channels];
    second = new float[blocks][channels];
  }

  /** Runs a loop over rows of so many floats in as many pieces as there are processors. */
  static void inRows(long rows, int width, Loops.Range loop) {
    Loops.inPieces(rows * width, (from, to) -> loop.run(from / width, to / width));
  }

  /** Σ (x − pivot) and Σ (x − pivot)². */
  void ofDeviations(MemorySegment x, float[] pivot) {
    eachBlock(
        (block, from, to) -> {
          float[] sum = first[block];
          float[] squares = second[block];
          for (long row = from; row < to; row++) {
            long start = row * channels;
            for (int c = 0; c < channels; c++) {
              float deviation = x.getAtIndex(FLOAT, start + c) - pivot[c];
              sum[c] += deviation;
              squares[c] += deviation * deviation;
            }
          }
        });
  }

  /** Σ y and Σ y·(x − pivot). */
  void ofProducts(MemorySegment y, MemorySegment x, float[] pivot) {
    eachBlock(
        (block, from, to) -> {
          float[] sum = first[block];
          float[] products = second[block];
          for (long row = from; row < to; row++) {
            long start = row * channels;
            for (int c = 0; c < channels; c++) {
              float value = y.getAtIndex(FLOAT, start + c);
              sum[c] += value;
              products[c] += value * (x.getAtIndex(FLOAT, start + c) - pivot[c]);
            }
          }
        });
  }

  private interface Block {
    void sum(int block, long from, long to);
  }

  private void eachBlock(Block body) {
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              Arrays.fill(first[block], 0);
              Arrays.fill(second[block], 0);
              long from = (long) block * BLOCK_ROWS;
              body.sum(block, from, Math.min(rows, from + BLOCK_ROWS));
            });
  }

  /** The first sum of a channel. */
  double first(int channel) {
    return total(first, channel);
  }

  /** The second sum of a channel. */
  double second(int channel) {
    return total(second, channel);
  }

  private static double total(float[][] blockSums, int channel) {
    double total = 0;
    for (float[] sums : blockSums) {
      total += sums[channel];
    }
    return total;
  }
}
