package org.keypointstudio.dataset.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the cells of one line are, with their quotes. Separators are commas, quotes as RFC 4180.
 */
public final class CsvCells {
  private final byte[] bytes;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int count;

  private CsvCells(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Finds the cells of the line from {@code from} to {@code to}.
   *
   * @throws MalformedCellException if a quote is not closed, or text follows a closing quote
   */
  public static CsvCells of(byte[] bytes, int from, int to) throws MalformedCellException {
    CsvCells cells = new CsvCells(bytes);
    int position = from;
    while (true) {
      int end = cells.endOfCell(position, to);
      cells.add(position, end);
      if (end == to) {
        return cells;
      }
      position = end + 1;
    }
  }

  /** A cell whose quotes make no sense. The message says what is wrong and not where. */
  public static final class MalformedCellException extends Exception {
    private static final long serialVersionUID = 1L;

    private MalformedCellException(String message) {
      super(message);
    }
  }

  private int endOfCell(int from, int to) throws MalformedCellException {
    int position = from;
    if (position < to && bytes[position] == '"') {
      position = behindClosingQuote(from, to);
      if (position < to && bytes[position] != ',') {
        throw new MalformedCellException("there is text behind a closing quote");
      }
      return position;
    }
    while (position < to && bytes[position] != ',') {
      position++;
    }
    return position;
  }

  private int behindClosingQuote(int from, int to) throws MalformedCellException {
    int position = from + 1;
    while (position < to) {
      if (bytes[position] == '"') {
        if (position + 1 == to || bytes[position + 1] != '"') {
          return position + 1;
        }
        position++;
      }
      position++;
    }
    throw new MalformedCellException("a quote is not closed on its line");
  }

  private void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  /** The number of cells; a line without a comma has one. */
  public int count() {
    return count;
  }

  /** Where a cell begins, quotes included. */
  public int start(int cell) {
    return starts[cell];
  }

  /** Behind a cell, quotes included. */
  public int end(int cell) {
    return ends[cell];
  }

  /** Whether a cell is in quotes. */
  public boolean isQuoted(int cell) {
    return starts[cell] < ends[cell] && bytes[starts[cell]] == '"';
  }

  /** A cell's text without quotes and without spaces around it. */
  public String text(int cell) {
    int quote = isQuoted(cell) ? 1 : 0;
    int start = starts[cell] + quote;
    String text = new String(bytes, start, ends[cell] - quote - start, StandardCharsets.UTF_8);
    return (quote == 1 ? text.replace("\"\"", "\"") : text).strip();
  }

  /** All cells' texts. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>(count);
    for (int cell = 0; cell < count; cell++) {
      texts.add(text(cell));
    }
    return texts;
  }
}
