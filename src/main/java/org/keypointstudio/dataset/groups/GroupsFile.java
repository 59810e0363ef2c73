package org.keypointstudio.dataset.groups;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.ByteOrderMark;
import org.keypointstudio.dataset.csv.CsvCells;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.CsvStream;
import org.keypointstudio.dataset.csv.Excerpt;

/** Reads a CSV file of rows and their groups. */
final class GroupsFile {
  private static final int LARGEST_FILE = 1 << 28;
  private static final String NO_GROUP = "";

  private final Path file;
  private final List<String> groups;
  private String groupColumn = "";
  private int line;

  GroupsFile(Path file, int faces) {
    this.file = file;
    groups = new ArrayList<>(Collections.nCopies(faces, NO_GROUP));
  }

  /** The group of each face. Used once. */
  List<String> read() throws DataSetException {
    byte[] text = text();
    int position = ByteOrderMark.length(text);
    while (position < text.length) {
      int end = position;
      while (end < text.length && text[end] != '\n' && text[end] != '\r') {
        end++;
      }
      if (end > position) {
        parse(cells(text, position, end));
      }
      boolean windowsEnd = end + 1 < text.length && text[end] == '\r' && text[end + 1] == '\n';
      position = end + (windowsEnd ? 2 : 1);
      line++;
    }
    if (groupColumn.isEmpty()) {
      throw new DataSetException(
          name() + " is empty: expected the columns row and a group, such as subject.");
    }
    int missing = groups.indexOf(NO_GROUP);
    if (missing >= 0) {
      throw new DataSetException(
          "%s names no group for row %d of the data set, counted from 0: add a line for it."
              .formatted(name(), missing));
    }
    return groups;
  }

  private byte[] text() throws DataSetException {
    CsvSource source = CsvSource.of(file);
    try (CsvStream stream = source.open()) {
      byte[] text = stream.bytes().readNBytes(LARGEST_FILE);
      if (text.length == LARGEST_FILE) {
        throw new DataSetException(
            name() + " is far too large for a list of groups: choose another file.");
      }
      return text;
    } catch (IOException problem) {
      throw source.explain(problem);
    }
  }

  private List<String> cells(byte[] text, int from, int to) throws DataSetException {
    try {
      return CsvCells.of(text, from, to).texts();
    } catch (CsvCells.MalformedCellException problem) {
      throw new DataSetException(
          "%s, line %,d: %s; correct its quotes.".formatted(name(), line + 1, problem.getMessage()),
          problem);
    }
  }

  private void parse(List<String> cells) throws DataSetException {
    if (groupColumn.isEmpty()) {
      header(cells);
      return;
    }
    if (cells.size() != 2) {
      throw new DataSetException(
          "%s, line %,d: there are %d cells instead of 2; write a row and its group."
              .formatted(name(), line + 1, cells.size()));
    }
    int row = row(cells.getFirst());
    if (cells.getLast().isEmpty()) {
      throw wrong(groupColumn, "the group of row " + row + " is missing; write its name");
    }
    if (!groups.get(row).equals(NO_GROUP)) {
      throw wrong("row", "row " + row + " has a group already; delete one of its lines");
    }
    groups.set(row, cells.getLast());
  }

  private void header(List<String> cells) throws DataSetException {
    boolean known =
        cells.size() == 2 && cells.getFirst().equalsIgnoreCase("row") && !cells.getLast().isEmpty();
    if (!known) {
      throw new DataSetException(
          "%s, header: expected the columns row and a group, such as subject, but found %s."
              .formatted(name(), Excerpt.of(String.join(",", cells))));
    }
    groupColumn = cells.getLast();
  }

  private int row(String cell) throws DataSetException {
    try {
      int row = Integer.parseInt(cell);
      if (row >= 0 && row < groups.size()) {
        return row;
      }
    } catch (NumberFormatException _) {
      // The sentence below is for this too.
    }
    throw wrong(
        "row",
        "expected a row of the data set from 0 to %d, but found %s; the file may belong to another data set"
            .formatted(groups.size() - 1, Excerpt.of(cell)));
  }

  private DataSetException wrong(String column, String what) {
    return new DataSetException(
        "%s, line %,d, column %s: %s.".formatted(name(), line + 1, column, what));
  }

  private String name() {
    return CsvSource.fileName(file);
  }
}
