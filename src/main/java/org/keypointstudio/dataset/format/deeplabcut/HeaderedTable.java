package org.keypointstudio.dataset.format.deeplabcut;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.ByteOrderMark;
import org.keypointstudio.dataset.csv.CsvCells;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.NamedFaces;

/**
 * A CSV file with several rows of heads, as pandas writes a table whose columns have several
 * levels.
 *
 * @param name of the file
 * @param lines all of them, without their ends
 */
record HeaderedTable(String name, List<String> lines) {
  private static final long LARGEST_FILE = 1_000_000_000;
  private static final int MOST_HEADS = 4;
  private static final int MOST_COLUMNS = 500_000;

  /** Each face has a place for each keypoint; individuals of one project share nearly all. */
  private static final int MOST_EMPTY = 4;

  static HeaderedTable read(Path file) throws DataSetException {
    AnnotationFile.requireAtMost(file, LARGEST_FILE);
    try {
      byte[] bytes = Files.readAllBytes(file);
      int start = ByteOrderMark.length(bytes);
      String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
      return new HeaderedTable(CsvSource.fileName(file), text.lines().toList());
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(file, problem);
    }
  }

  /** The cells of a line. */
  List<String> cells(int line) throws DataSetException {
    byte[] bytes = lines.get(line).getBytes(StandardCharsets.UTF_8);
    requireColumns(line, bytes);
    try {
      return CsvCells.of(bytes, 0, bytes.length).texts();
    } catch (CsvCells.MalformedCellException problem) {
      throw new DataSetException(
          "%s, line %,d: %s; correct the quotes in this line."
              .formatted(name, line + 1, problem.getMessage()),
          problem);
    }
  }

  /** Ten million empty cells are a small file, but not when each of them is a text. */
  private void requireColumns(int line, byte[] bytes) throws DataSetException {
    int commas = 0;
    for (byte character : bytes) {
      commas += character == ',' ? 1 : 0;
    }
    if (commas > MOST_COLUMNS) {
      throw new DataSetException(
          "%s, line %,d has more than %,d cells; expected two for each keypoint of each individual."
              .formatted(name, line + 1, MOST_COLUMNS));
    }
  }

  /** A line of these cells. */
  static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  /**
   * What is in each column.
   *
   * @throws DataSetException if the heads are not DeepLabCut's
   */
  Columns columns() throws DataSetException {
    List<String> individuals = List.of();
    List<String> bodyparts = List.of();
    for (int line = 0; line < Math.min(lines.size(), MOST_HEADS); line++) {
      List<String> cells = cells(line);
      switch (cells.getFirst()) {
        case "individuals" -> individuals = cells;
        case "bodyparts" -> bodyparts = cells;
        case "coords" -> {
          return columns(line + 1, individuals, bodyparts, cells);
        }
        default -> {}
      }
    }
    throw new DataSetException(
        "%s has not DeepLabCut's heads: expected rows that begin with scorer, bodyparts and coords."
            .formatted(name));
  }

  private Columns columns(
      int heads, List<String> individuals, List<String> bodyparts, List<String> coords)
      throws DataSetException {
    boolean sameWidth =
        bodyparts.size() == coords.size()
            && (individuals.isEmpty() || individuals.size() == coords.size());
    if (!sameWidth) {
      throw new DataSetException(
          "%s: its heads have different numbers of cells; expected a name in bodyparts above each cell of coords."
              .formatted(name));
    }
    List<Column> points = new ArrayList<>();
    int index = 1;
    while (index < coords.size() && coords.get(index).isEmpty()) {
      index++;
    }
    for (int column = index; column < coords.size(); column++) {
      if (coords.get(column).equals("x")) {
        if (column + 1 == coords.size() || !coords.get(column + 1).equals("y")) {
          throw new DataSetException(
              "%s, column %,d: expected y of %s behind its x."
                  .formatted(name, column + 2, bodyparts.get(column)));
        }
        String individual = individuals.isEmpty() ? "" : individuals.get(column);
        points.add(new Column(individual, bodyparts.get(column), column));
      }
    }
    if (points.isEmpty() || points.size() > NamedFaces.MOST_NAMES) {
      throw new DataSetException(
          "%s has %,d keypoints; expected one to %,d, each with columns x and y."
              .formatted(name, points.size(), NamedFaces.MOST_NAMES));
    }
    Columns columns = new Columns(heads, index, coords.size(), points);
    long places = (long) columns.individuals().size() * columns.bodyparts().size();
    if (places > Math.max(NamedFaces.MOST_NAMES, MOST_EMPTY * (long) points.size())) {
      throw new DataSetException(
          "%s has %,d individuals and %,d keypoints but only %,d columns of x; expected individuals with the same keypoints."
              .formatted(
                  name, columns.individuals().size(), columns.bodyparts().size(), points.size()));
    }
    return columns;
  }

  /**
   * A keypoint's place in a row.
   *
   * @param individual whose it is; empty if there is only one
   * @param bodypart name of the keypoint
   * @param x column of its x, that of its y follows
   */
  record Column(String individual, String bodypart, int x) {}

  /**
   * The columns of a file.
   *
   * @param heads number of rows before the data
   * @param index number of columns that name the image
   * @param count number of all columns
   * @param points keypoints in the file's order
   */
  record Columns(int heads, int index, int count, List<Column> points) {
    /** All individuals, in the file's order. */
    List<String> individuals() {
      return points.stream().map(Column::individual).distinct().toList();
    }

    /** All keypoints, in the file's order. */
    List<String> bodyparts() {
      return points.stream().map(Column::bodypart).distinct().toList();
    }
  }
}
