package org.keypointstudio.dataset.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream into blocks of whole lines, so that lines are parsed in large arrays and by several
 * threads, in bounded memory. Used by one thread at a time.
 */
public final class LineBlocks {
  /** Enough to make a system call cheap, little enough to stay in a processor's cache. */
  public static final int BLOCK_SIZE = 1 << 20;

  private static final int LONGEST_LINE = 1 << 24;

  private final InputStream in;
  private byte[] carried = {};
  private int sequence;
  private boolean ended;

  /** Blocks of a stream, which is not closed. */
  public LineBlocks(InputStream in) {
    this.in = in;
  }

  /** A line that no image needs, met before memory ran out. */
  public static final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    private LineTooLongException() {
      super("the line is longer than any with a face");
    }
  }

  /** A buffer for {@link #next}. */
  public static byte[] newBuffer() {
    return new byte[BLOCK_SIZE];
  }

  /**
   * The next lines.
   *
   * @param reusable a buffer that nobody needs any more; the block may live in it
   * @return empty at the end of the stream
   * @throws LineTooLongException if a line, or the first line of all, is longer than any can be
   */
  public Optional<LineBlock> next(byte[] reusable) throws IOException {
    if (ended) {
      return Optional.empty();
    }
    byte[] buffer = reusable;
    if (buffer.length < 2 * carried.length + LineBlock.PADDING) {
      buffer = new byte[2 * carried.length + LineBlock.PADDING];
    }
    System.arraycopy(carried, 0, buffer, 0, carried.length);
    int length = carried.length;
    while (true) {
      int wanted = buffer.length - LineBlock.PADDING - length;
      int read = in.readNBytes(buffer, length, wanted);
      length += read;
      if (read < wanted) {
        return lastBlock(buffer, length);
      }
      int end = behindLastLine(buffer, length);
      if (end > 0) {
        carried = Arrays.copyOfRange(buffer, end, length);
        return Optional.of(block(buffer, end, false));
      }
      if (sequence == 0 || length >= LONGEST_LINE) {
        throw new LineTooLongException();
      }
      buffer = Arrays.copyOf(buffer, Math.min(2 * length, LONGEST_LINE) + LineBlock.PADDING);
    }
  }

  /** Whether the last block was given. */
  public boolean isAtEnd() {
    return ended;
  }

  private Optional<LineBlock> lastBlock(byte[] buffer, int length) {
    ended = true;
    if (length == 0) {
      return Optional.empty();
    }
    boolean cutOff = buffer[length - 1] != '\n';
    int end = length;
    if (cutOff) {
      // One byte of the padding becomes the missing line feed, so the padding may be one short.
      buffer[end++] = '\n';
    }
    return Optional.of(block(buffer, end, cutOff));
  }

  private LineBlock block(byte[] buffer, int end, boolean cutOff) {
    Arrays.fill(buffer, end, Math.min(buffer.length, end + LineBlock.PADDING), (byte) '\n');
    return new LineBlock(buffer, 0, end, sequence++, cutOff);
  }

  private static int behindLastLine(byte[] buffer, int length) {
    int position = length;
    while (position > 0 && buffer[position - 1] != '\n') {
      position--;
    }
    return position;
  }
}
