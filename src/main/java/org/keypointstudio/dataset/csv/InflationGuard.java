package org.keypointstudio.dataset.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.keypointstudio.dataset.DataSetException;

/**
 * Stops a stream that unpacks to far more than images ever do, so that a small hostile file cannot
 * keep the program busy for hours.
 */
final class InflationGuard extends FilterInputStream {
  /** Files of faces shrink to between a third and a tenth; deflate itself can reach 1/1032. */
  private static final long LARGEST_RATIO = 200;

  /** Small files may shrink as much as they like. */
  private static final long ALWAYS_ALLOWED = 64L << 20;

  private final String fileName;
  private final LongSupplier packedBytes;
  private long unpackedBytes;

  InflationGuard(InputStream in, String fileName, LongSupplier packedBytes) {
    super(in);
    this.fileName = fileName;
    this.packedBytes = packedBytes;
  }

  /** Refuses a size that is out of proportion. */
  static void check(String fileName, long packed, long unpacked) throws DataSetException {
    if (unpacked > ALWAYS_ALLOWED && unpacked / LARGEST_RATIO > packed) {
      throw new DataSetException(
          "%s unpacks to more than %d times its size, which no file of faces does: do not open it, or unpack it yourself and open the CSV."
              .formatted(fileName, LARGEST_RATIO));
    }
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? -1 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return count(super.read(target, offset, length));
  }

  private int count(int bytes) throws DataSetException {
    unpackedBytes += Math.max(0, bytes);
    check(fileName, packedBytes.getAsLong(), unpackedBytes);
    return bytes;
  }
}
