package org.keypointstudio.report;

import java.util.List;

/**
 * A table for other programs.
 *
 * @param name of its file, without an ending
 * @param columns their names
 * @param rows of cells, one a column: a {@link String}, an {@link Integer}, or a {@link Double},
 *     NaN where there is no figure
 */
public record Table(String name, List<String> columns, List<List<Object>> rows) {

  /**
   * @throws IllegalArgumentException if a row has not one cell a column
   */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException("A row of %s has not %d cells".formatted(name, width));
    }
  }
}
