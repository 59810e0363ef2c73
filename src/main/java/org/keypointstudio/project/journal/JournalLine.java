package org.keypointstudio.project.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One record of a journal as a line of text: the CRC-32C (RFC 3720) of the JSON in eight
 * hexadecimal digits, a space, its length in bytes, a space, the JSON in UTF-8, a line feed. A line
 * that was cut off, or of which a byte is wrong, is told from a whole one.
 */
final class JournalLine {
  private static final int CHECKSUM_DIGITS = 8;
  private static final int MOST_LENGTH_DIGITS = 9;

  private JournalLine() {}

  /**
   * The lines of a file.
   *
   * @param whole the JSON of the lines that are whole, in their order
   * @param damaged the number of lines before the last whole one that are not
   * @param cutOff whether something follows the last whole line
   */
  record Lines(List<String> whole, int damaged, boolean cutOff) {}

  /** The line of a JSON text without line feeds. */
  static byte[] encode(String json) {
    byte[] content = json.getBytes(StandardCharsets.UTF_8);
    String head = "%s %d ".formatted(checksum(content, 0, content.length), content.length);
    ByteArrayOutputStream line = new ByteArrayOutputStream(content.length + head.length() + 1);
    line.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    line.writeBytes(content);
    line.write('\n');
    return line.toByteArray();
  }

  /** Reads what is whole. */
  static Lines decode(byte[] file) {
    List<String> whole = new ArrayList<>();
    int damaged = 0;
    int damagedSinceWhole = 0;
    int start = 0;
    while (start < file.length) {
      int end = endOfLine(file, start);
      Optional<String> json = end < file.length ? decode(file, start, end) : Optional.empty();
      if (json.isPresent()) {
        whole.add(json.get());
        damaged += damagedSinceWhole;
        damagedSinceWhole = 0;
      } else {
        damagedSinceWhole++;
      }
      start = end + 1;
    }
    return new Lines(List.copyOf(whole), damaged, damagedSinceWhole > 0);
  }

  private static int endOfLine(byte[] file, int start) {
    int end = start;
    while (end < file.length && file[end] != '\n') {
      end++;
    }
    return end;
  }

  private static Optional<String> decode(byte[] file, int start, int end) {
    int afterChecksum = start + CHECKSUM_DIGITS;
    if (afterChecksum >= end || file[afterChecksum] != ' ') {
      return Optional.empty();
    }
    int length = 0;
    int position = afterChecksum + 1;
    while (position < end
        && file[position] != ' '
        && position - afterChecksum <= MOST_LENGTH_DIGITS) {
      int digit = file[position] - '0';
      if (digit < 0 || digit > 9) {
        return Optional.empty();
      }
      length = 10 * length + digit;
      position++;
    }
    int content = position + 1;
    String checksum = new String(file, start, CHECKSUM_DIGITS, StandardCharsets.US_ASCII);
    boolean isWhole = end - content == length && checksum.equals(checksum(file, content, length));
    return isWhole
        ? Optional.of(new String(file, content, length, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static String checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
