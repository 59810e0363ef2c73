package org.keypointstudio.edit.query;

/** The order in which people list names: "row 9" before "row 10", capitals aside. */
final class NaturalOrder {
  private NaturalOrder() {}

  /** As {@link java.util.Comparator#compare} gives it. */
  static int compare(String one, String other) {
    int at = 0;
    int otherAt = 0;
    while (at < one.length() && otherAt < other.length()) {
      int end = endOfNumber(one, at);
      int otherEnd = endOfNumber(other, otherAt);
      int order;
      if (end > at && otherEnd > otherAt) {
        order = compareNumbers(one, at, end, other, otherAt, otherEnd);
        at = end;
        otherAt = otherEnd;
      } else {
        order =
            Character.compare(
                Character.toLowerCase(one.charAt(at++)),
                Character.toLowerCase(other.charAt(otherAt++)));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.length() - at, other.length() - otherAt);
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** Numbers of any length, where they stand: a sort compares millions. */
  private static int compareNumbers(
      String one, int from, int end, String other, int otherFrom, int otherEnd) {
    int at = behindLeadingZeros(one, from, end);
    int otherAt = behindLeadingZeros(other, otherFrom, otherEnd);
    int order = Integer.compare(end - at, otherEnd - otherAt);
    while (order == 0 && at < end) {
      order = Character.compare(one.charAt(at++), other.charAt(otherAt++));
    }
    return order;
  }

  private static int behindLeadingZeros(String text, int from, int end) {
    int start = from;
    while (start < end - 1 && text.charAt(start) == '0') {
      start++;
    }
    return start;
  }
}
