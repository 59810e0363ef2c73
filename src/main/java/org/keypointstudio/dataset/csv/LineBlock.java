package org.keypointstudio.dataset.csv;

/**
 * Whole lines of a file.
 *
 * @param bytes the lines are in {@code from} to {@code to}; behind them follow {@link #PADDING}
 *     line feeds, so that a parser may look a few bytes ahead without asking
 * @param from first byte
 * @param to byte behind the last line's line feed
 * @param sequence position of the block in the file, counted from 0
 * @param cutOff whether the file ended without a line feed, so that the last one was added here
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying would double the work
public record LineBlock(byte[] bytes, int from, int to, int sequence, boolean cutOff) {
  /** Line feeds behind the last line. */
  public static final int PADDING = 16;

  /** The same lines without those before a position. */
  public LineBlock startingAt(int position) {
    return new LineBlock(bytes, position, to, sequence, cutOff);
  }

  /** The position of the line feed that ends the line which begins at {@code start}. */
  public int endOfLine(int start) {
    int position = start;
    while (bytes[position] != '\n') {
      position++;
    }
    return position;
  }

  /** The position behind a line's text: before the carriage returns that end it. */
  public int endOfText(int start, int endOfLine) {
    int position = endOfLine;
    while (position > start && bytes[position - 1] == '\r') {
      position--;
    }
    return position;
  }
}
