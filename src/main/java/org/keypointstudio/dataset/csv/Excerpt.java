package org.keypointstudio.dataset.csv;

import java.nio.charset.StandardCharsets;

/** A short piece of a file's text for a message. */
public final class Excerpt {
  private static final int LONGEST = 24;

  private Excerpt() {}

  /** The beginning of a text, without control characters. */
  public static String of(String text) {
    String beginning = text.codePointCount(0, text.length()) <= LONGEST ? text : beginning(text);
    return beginning.replaceAll("\\p{Cntrl}", "?");
  }

  private static String beginning(String text) {
    return text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** The beginning of the text between two positions. */
  public static String of(byte[] bytes, int from, int to) {
    int length = Math.min(to - from, 4 * LONGEST);
    return of(new String(bytes, from, length, StandardCharsets.UTF_8));
  }
}
