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
        order = compareNumbers(one.substring(at, end), other.substring(otherAt, otherEnd));
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

  private static int compareNumbers(String one, String other) {
    String digits = withoutLeadingZeros(one);
    String otherDigits = withoutLeadingZeros(other);
    return digits.length() == otherDigits.length()
        ? digits.compareTo(otherDigits)
        : Integer.compare(digits.length(), otherDigits.length());
  }

  private static String withoutLeadingZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }
}
