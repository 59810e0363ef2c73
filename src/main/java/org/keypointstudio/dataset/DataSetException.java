package org.keypointstudio.dataset;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A data set cannot be opened or written. The message is one sentence for the person: which file,
 * row and column, what was expected, and what to do.
 */
public class DataSetException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 1_000;

  /** A problem that has no deeper cause. */
  public DataSetException(String message) {
    super(oneLine(message));
  }

  /** A problem that comes from another one. */
  public DataSetException(String message, @Nullable Throwable cause) {
    super(oneLine(message), cause);
  }

  /**
   * A sentence as a window can show it, whatever a hostile file or another library put into it: on
   * one line, without characters that control a terminal or turn the direction of text, and not
   * endless.
   */
  public static String oneLine(String sentence) {
    String line =
        sentence.replaceAll("\\R", " ").replaceAll("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]", "?");
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
