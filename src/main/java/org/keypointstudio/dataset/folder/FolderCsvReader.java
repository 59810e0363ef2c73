package org.keypointstudio.dataset.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.ByteOrderMark;
import org.keypointstudio.dataset.csv.CoordinateCell;
import org.keypointstudio.dataset.csv.CsvCells;
import org.keypointstudio.dataset.csv.CsvLabels;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.CsvStream;
import org.keypointstudio.dataset.csv.KeypointColumns;
import org.keypointstudio.dataset.csv.LineBlock;
import org.keypointstudio.dataset.csv.LineBlocks;
import org.keypointstudio.dataset.csv.RowProblem;
import org.keypointstudio.dataset.image.ImageLocator;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.task.TaskContext;

/**
 * Reads a CSV of image files and their keypoints: the first column names the file (its header may
 * be empty, {@code image}, {@code filename} …), the others are coordinates in that image's pixels,
 * empty where a keypoint is not labelled. Points may lie outside their image.
 */
public final class FolderCsvReader {

  /** What the lines of a file hold. */
  private static final class Rows {
    private final List<String> imageNames = new ArrayList<>();
    private final List<Annotation> annotations = new ArrayList<>();
    private int lines = 1;
  }

  /**
   * Reads the CSV; images are not looked at.
   *
   * @throws DataSetException with file, row and column if anything is not as it must be
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public FolderDataSet read(CsvSource source, TaskContext context) throws DataSetException {
    return read(source, context, _ -> {});
  }

  /**
   * Reads the CSV; images are not looked at.
   *
   * @param onFirstFaces takes the faces of the first megabyte while the others are read; not called
   *     for a file that has no others
   * @throws DataSetException with file, row and column if anything is not as it must be
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public FolderDataSet read(
      CsvSource source, TaskContext context, Consumer<? super FolderDataSet> onFirstFaces)
      throws DataSetException {
    Rows rows = new Rows();
    try (CsvStream stream = source.open()) {
      LineBlocks blocks = new LineBlocks(stream.bytes());
      LineBlock first = blocks.next(LineBlocks.newBuffer()).orElseThrow(() -> noRows(source));
      int headerEnd = first.endOfLine(0);
      KeypointColumns columns = header(source, first, headerEnd);
      Optional<LineBlock> block = Optional.of(first.startingAt(headerEnd + 1));
      while (block.isPresent()) {
        context.throwIfCancelled();
        context.report(stream.done().getAsLong(), stream.total(), "Opening " + source.name());
        parse(source, columns, block.get(), rows);
        if (block.get().sequence() == first.sequence() && !blocks.isAtEnd()) {
          onFirstFaces.accept(dataSet(source, columns, rows));
        }
        block = blocks.next(block.get().bytes());
      }
      source.requireUnchangedAfterReading();
      if (rows.annotations.isEmpty()) {
        throw noRows(source);
      }
      return dataSet(source, columns, rows);
    } catch (LineBlocks.LineTooLongException problem) {
      throw new DataSetException(
          "%s, row %,d (line %,d): %s; expected one line a face."
              .formatted(
                  source.name(), rows.annotations.size() + 1, rows.lines + 1, problem.getMessage()),
          problem);
    } catch (IOException problem) {
      throw source.explain(problem);
    }
  }

  private static FolderDataSet dataSet(CsvSource source, KeypointColumns columns, Rows rows)
      throws IOException {
    return new FolderDataSet(
        new CsvLabels(source, columns, rows.annotations),
        ImageLocator.beside(source.path()),
        rows.imageNames);
  }

  private static DataSetException noRows(CsvSource source) {
    return new DataSetException(
        source.name() + " holds no faces: expected one row a face below the header.");
  }

  private static KeypointColumns header(CsvSource source, LineBlock block, int end)
      throws DataSetException {
    int start = ByteOrderMark.length(block.bytes());
    try {
      CsvCells cells = CsvCells.of(block.bytes(), start, block.endOfText(start, end));
      return FolderHeader.parse(source.name(), cells.texts());
    } catch (CsvCells.MalformedCellException problem) {
      throw new DataSetException(
          "%s, header: %s; correct its quotes.".formatted(source.name(), problem.getMessage()),
          problem);
    }
  }

  private static void parse(CsvSource source, KeypointColumns columns, LineBlock block, Rows rows)
      throws DataSetException {
    int position = block.from();
    while (position < block.to()) {
      int endOfLine = block.endOfLine(position);
      int endOfText = block.endOfText(position, endOfLine);
      rows.lines++;
      if (endOfText > position) {
        try {
          parseRow(columns, block.bytes(), position, endOfText, rows);
        } catch (RowProblem | CsvCells.MalformedCellException problem) {
          source.requireUnchangedAfterReading();
          throw new DataSetException(
              "%s, row %,d (line %,d)%s"
                  .formatted(
                      source.name(),
                      rows.annotations.size() + 1,
                      rows.lines,
                      problem instanceof RowProblem
                          ? problem.getMessage()
                          : ": " + problem.getMessage() + "; correct the quotes in this row."),
              problem);
        }
      }
      position = endOfLine + 1;
    }
  }

  private static void parseRow(KeypointColumns columns, byte[] bytes, int from, int to, Rows rows)
      throws RowProblem, CsvCells.MalformedCellException {
    CsvCells cells = CsvCells.of(bytes, from, to);
    if (cells.count() != columns.count()) {
      throw new RowProblem(
          ": there are %,d cells instead of the header's %,d; add or remove the commas that are wrong."
              .formatted(cells.count(), columns.count()));
    }
    String imageName = cells.text(columns.imageColumn());
    if (imageName.isEmpty()) {
      throw new RowProblem(": the image's file name is missing; write it into the first cell.");
    }
    double[] coordinates = new double[2 * columns.schema().size()];
    Arrays.fill(coordinates, Double.NaN);
    for (int column = 0; column < columns.count(); column++) {
      if (columns.coordinate(column) >= 0) {
        coordinates[columns.coordinate(column)] = coordinate(columns, bytes, cells, column);
      }
    }
    rows.imageNames.add(imageName);
    rows.annotations.add(Annotation.ofCoordinates(coordinates));
  }

  private static double coordinate(
      KeypointColumns columns, byte[] bytes, CsvCells cells, int column) throws RowProblem {
    int quote = cells.isQuoted(column) ? 1 : 0;
    try {
      return CoordinateCell.parse(bytes, cells.start(column) + quote, cells.end(column) - quote);
    } catch (CoordinateCell.NotANumberException problem) {
      throw CoordinateCell.problem(columns.name(column), problem);
    }
  }
}
