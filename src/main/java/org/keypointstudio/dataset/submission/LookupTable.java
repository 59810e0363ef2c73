package org.keypointstudio.dataset.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvCells;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.Excerpt;

/**
 * Kaggle's {@code IdLookupTable.csv}: which coordinates a submission has to give, and in which
 * order. Its header is {@code RowId,ImageId,FeatureName,Location}; the empty last cell may be
 * missing from its rows.
 *
 * @param fileName for messages
 * @param rows what is asked for, in the file's order
 */
public record LookupTable(String fileName, List<Row> rows) {
  private static final List<String> COLUMNS = List.of("rowid", "imageid", "featurename");

  /** Copies the list. */
  public LookupTable {
    rows = List.copyOf(rows);
  }

  /**
   * A coordinate that is asked for.
   *
   * @param line of the file, counted from 1
   * @param rowId by which the answer is named
   * @param imageNumber which image
   * @param feature name of the coordinate, such as {@code nose_tip_x}
   */
  public record Row(int line, int rowId, int imageNumber, String feature) {}

  /**
   * Reads a table, plain or packed.
   *
   * @throws DataSetException with a sentence for the person that names file, line and column
   */
  public static LookupTable read(Path file) throws DataSetException {
    CsvSource source = CsvSource.of(file);
    Parser parser = new Parser(source.name());
    CsvLines.read(source, parser);
    if (parser.rows.isEmpty()) {
      throw new DataSetException(
          source.name()
              + " asks for nothing: expected the columns RowId,ImageId,FeatureName and one line a"
              + " coordinate.");
    }
    return new LookupTable(source.name(), parser.rows);
  }

  private static final class Parser implements CsvLines.Reader {
    private final String file;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Integer> rowIds = new HashSet<>();
    private boolean headerRead;

    Parser(String file) {
      this.file = file;
    }

    @Override
    public void read(int line, CsvCells cells) throws DataSetException {
      if (!headerRead) {
        requireHeader(cells.texts());
        headerRead = true;
        return;
      }
      if (cells.count() < COLUMNS.size() || cells.count() > COLUMNS.size() + 1) {
        throw new DataSetException(
            "%s, line %,d: there are %d cells instead of 3 or 4; write RowId,ImageId,FeatureName."
                .formatted(file, line, cells.count()));
      }
      int rowId = number(line, "RowId", cells.text(0));
      if (!rowIds.add(rowId)) {
        throw new DataSetException(
            "%s, line %,d, column RowId: %d is there twice; delete one of its lines."
                .formatted(file, line, rowId));
      }
      rows.add(new Row(line, rowId, number(line, "ImageId", cells.text(1)), cells.text(2)));
    }

    private void requireHeader(List<String> names) throws DataSetException {
      List<String> lowerCase = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
      if (lowerCase.size() < COLUMNS.size()
          || !lowerCase.subList(0, COLUMNS.size()).equals(COLUMNS)) {
        throw new DataSetException(
            "%s, header: expected the columns RowId,ImageId,FeatureName,Location, but found %s."
                .formatted(file, Excerpt.of(String.join(",", names))));
      }
    }

    private int number(int line, String column, String cell) throws DataSetException {
      try {
        return Integer.parseInt(cell);
      } catch (NumberFormatException problem) {
        throw new DataSetException(
            "%s, line %,d, column %s: expected a whole number, but found \"%s\"; correct it."
                .formatted(file, line, column, Excerpt.of(cell)),
            problem);
      }
    }
  }
}
