package org.keypointstudio.ui.statistics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines of a CSV table, which is written the same in every country. */
final class Csv {
  private final StringBuilder text = new StringBuilder();

  /** A table with these columns. */
  Csv(String... columns) {
    line(List.of((Object[]) columns));
  }

  /** Adds a line. */
  Csv add(Object... cells) {
    line(List.of(cells));
    return this;
  }

  private void line(List<Object> cells) {
    text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append('\n');
  }

  private static String cell(Object value) {
    return switch (value) {
      case Double number when number.isNaN() -> "";
      case Double number -> String.format(Locale.ROOT, "%.6g", number);
      case String word when word.chars().anyMatch(letter -> ",\"\n".indexOf(letter) >= 0) ->
          '"' + word.replace("\"", "\"\"") + '"';
      default -> String.valueOf(value);
    };
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
