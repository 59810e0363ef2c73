package org.keypointstudio.dataset.csv;

/** The three bytes with which some programs begin a file in UTF-8. */
public final class ByteOrderMark {
  private ByteOrderMark() {}

  /** The number of bytes to skip. */
  public static int length(byte[] bytes) {
    boolean present =
        bytes.length >= 3
            && (bytes[0] & 0xff) == 0xef
            && (bytes[1] & 0xff) == 0xbb
            && (bytes[2] & 0xff) == 0xbf;
    return present ? 3 : 0;
  }
}
