package org.keypointstudio.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as CSV after RFC 4180, which spreadsheets may open without danger: text that they would
 * take for a formula begins with an apostrophe.
 */
public final class CsvText {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CsvText() {}

  /** The table with a header, lines ending in LF; a figure that does not exist is an empty cell. */
  public static String of(Table table) {
    StringBuilder text = new StringBuilder(line(List.copyOf(table.columns())));
    table.rows().forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<?> cells) {
    return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(Object value) {
    return switch (value) {
      case Double number -> number.isNaN() ? "" : number.toString();
      case Integer number -> number.toString();
      default -> text(value.toString());
    };
  }

  private static String text(String value) {
    boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    String safe = formula ? "'" + value : value;
    boolean quoted =
        safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            || !safe.equals(safe.strip());
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
