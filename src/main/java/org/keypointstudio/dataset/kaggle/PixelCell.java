package org.keypointstudio.dataset.kaggle;

import org.keypointstudio.dataset.csv.Excerpt;

/** Reads the cell {@code Image}: grey values from 0 to 255, separated by spaces. */
final class PixelCell {
  private static final int LARGEST = 255;
  private static final int MOST_DIGITS = 3;

  private PixelCell() {}

  /** What is wrong with an image's cell. */
  static final class PixelProblem extends Exception {
    private static final long serialVersionUID = 1L;

    PixelProblem(String message) {
      super(message);
    }
  }

  /**
   * Reads values that are separated by single spaces. The bytes must go on for a few positions
   * behind the cell with something that is no digit.
   *
   * @return the position behind the last value, or −1 if the text is not of that form; then the
   *     target's content is undefined
   */
  static int parse(byte[] bytes, int from, byte[] target, int offset, int count) {
    int end = offset + count;
    long progress = PixelPairs.parse(bytes, from, target, offset, end);
    return parseOneByOne(
        bytes, PixelPairs.position(progress), target, PixelPairs.filled(progress), end);
  }

  private static int parseOneByOne(byte[] bytes, int from, byte[] target, int offset, int end) {
    int position = from;
    for (int i = offset; i < end; i++) {
      int value = bytes[position] - '0';
      if (value < 0 || value > 9) {
        return -1;
      }
      int digit = bytes[position + 1] - '0';
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        digit = bytes[position + 2] - '0';
        if (digit >= 0 && digit <= 9) {
          value = value * 10 + digit;
          position++;
        }
        position++;
      }
      if (value > LARGEST || (bytes[position + 1] != ' ' && i < end - 1)) {
        return -1;
      }
      target[i] = (byte) value;
      position += 2;
    }
    return position - 1;
  }

  /** The number of values in a cell, right or wrong. */
  static int count(byte[] bytes, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      boolean begins = bytes[i] != ' ' && (i == from || bytes[i - 1] == ' ');
      count += begins ? 1 : 0;
    }
    return count;
  }

  /**
   * Reads values with any number of spaces around them.
   *
   * @throws PixelProblem that says what is wrong
   */
  static void parseCarefully(byte[] bytes, int from, int to, byte[] target, int offset, int count)
      throws PixelProblem {
    int found = 0;
    int position = from;
    while (true) {
      while (position < to && bytes[position] == ' ') {
        position++;
      }
      if (position == to) {
        break;
      }
      int end = position;
      while (end < to && bytes[end] != ' ') {
        end++;
      }
      int value = value(bytes, position, end, found + 1);
      if (found < count) {
        target[offset + found] = (byte) value;
      }
      found++;
      position = end;
    }
    if (found != count) {
      throw new PixelProblem("there are %,d pixels instead of %,d".formatted(found, count));
    }
  }

  private static int value(byte[] bytes, int from, int to, int pixel) throws PixelProblem {
    int value = 0;
    boolean valid = to - from <= MOST_DIGITS;
    for (int i = from; valid && i < to; i++) {
      int digit = bytes[i] - '0';
      valid = digit >= 0 && digit <= 9;
      value = value * 10 + digit;
    }
    if (!valid || value > LARGEST) {
      throw new PixelProblem(
          "pixel %,d is \"%s\" instead of a whole number from 0 to 255"
              .formatted(pixel, Excerpt.of(bytes, from, to)));
    }
    return value;
  }
}
