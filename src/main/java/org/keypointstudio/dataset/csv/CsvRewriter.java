package org.keypointstudio.dataset.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.task.TaskContext;

/**
 * Copies a CSV file and replaces the cells whose coordinates changed. Everything else goes through
 * as the bytes it was: line ends, quotes, byte order mark, digits. Used once, by one thread.
 */
final class CsvRewriter {
  private final CsvBackedDataSet opened;
  private final List<Annotation> annotations;
  private final boolean insertsColumns;
  private final IntPredicate dropped;
  private int row;

  /**
   * @param opened the faces as the file holds them
   * @param annotations what the copy shall hold
   * @param insertsColumns whether the file has no columns for coordinates and gets them, before its
   *     image column
   * @param dropped which faces the copy shall not hold
   */
  CsvRewriter(
      CsvBackedDataSet opened,
      List<Annotation> annotations,
      boolean insertsColumns,
      IntPredicate dropped) {
    this.opened = opened;
    this.annotations = List.copyOf(annotations);
    this.insertsColumns = insertsColumns;
    this.dropped = dropped;
  }

  /** Copies the whole file. */
  void copy(CsvStream in, OutputStream out, TaskContext context) throws IOException {
    LineBlocks blocks = new LineBlocks(in.bytes());
    byte[] buffer = LineBlocks.newBuffer();
    Optional<LineBlock> block = blocks.next(buffer);
    while (block.isPresent()) {
      context.throwIfCancelled();
      context.report(
          in.done().getAsLong(), in.total(), "Saving " + opened.labels().source().name());
      copy(block.get(), out);
      block = blocks.next(block.get().bytes());
    }
    if (row != annotations.size()) {
      throw changedOnDisk();
    }
  }

  private void copy(LineBlock block, OutputStream out) throws IOException {
    byte[] bytes = block.bytes();
    int copied = block.from();
    int position = block.from();
    boolean header = block.sequence() == 0;
    while (position < block.to()) {
      int endOfLine = block.endOfLine(position);
      int endOfText = block.endOfText(position, endOfLine);
      if (header) {
        if (insertsColumns) {
          copied = insertNames(bytes, position, endOfText, out);
        }
        header = false;
      } else if (endOfText > position) {
        if (dropped.test(row)) {
          out.write(bytes, copied, position - copied);
          copied = endOfLine + 1;
        } else if (changes(row)) {
          out.write(bytes, copied, position - copied);
          copied = rewriteRow(bytes, position, endOfText, out);
        }
        row++;
      }
      position = endOfLine + 1;
    }
    int end = block.cutOff() ? block.to() - 1 : block.to();
    // A dropped row at the end of a file without a last line end goes past it.
    out.write(bytes, copied, Math.max(0, end - copied));
  }

  private boolean changes(int index) throws DataSetException {
    if (index >= annotations.size()) {
      throw changedOnDisk();
    }
    return insertsColumns || !samePlaces(opened.annotation(index), annotations.get(index));
  }

  /** Whether two annotations have the same keypoints at the same places, hidden or not. */
  static boolean samePlaces(Annotation first, Annotation second) {
    for (int keypoint = 0; keypoint < first.size(); keypoint++) {
      if (!samePlace(first, second, keypoint)) {
        return false;
      }
    }
    return true;
  }

  private static boolean samePlace(Annotation first, Annotation second, int keypoint) {
    return sameNumber(first.x(keypoint), second.x(keypoint))
        && sameNumber(first.y(keypoint), second.y(keypoint));
  }

  private static boolean sameNumber(double first, double second) {
    return first == second || (Double.isNaN(first) && Double.isNaN(second));
  }

  private CsvCells cells(byte[] bytes, int from, int to) throws DataSetException {
    try {
      return CsvCells.of(bytes, from, to);
    } catch (CsvCells.MalformedCellException _) {
      throw changedOnDisk(); // what was opened was well-formed
    }
  }

  private int insertNames(byte[] bytes, int from, int to, OutputStream out) throws IOException {
    CsvCells cells = cells(bytes, from + ByteOrderMark.length(bytes), to);
    int image = cells.start(opened.labels().columns().imageColumn());
    out.write(bytes, from, image - from);
    for (String name : opened.schema().keypointNames()) {
      out.write((name + "_x," + name + "_y,").getBytes(StandardCharsets.UTF_8));
    }
    return image;
  }

  /** Writes a row up to the last cell that changed, and gives the position from which to go on. */
  private int rewriteRow(byte[] bytes, int from, int to, OutputStream out) throws IOException {
    CsvCells cells = cells(bytes, from, to);
    KeypointColumns columns = opened.labels().columns();
    if (cells.count() != columns.count()) {
      throw changedOnDisk();
    }
    if (insertsColumns) {
      int image = cells.start(columns.imageColumn());
      out.write(bytes, from, image - from);
      for (int i = 0; i < 2 * opened.schema().size(); i++) {
        out.write((CoordinateCell.format(wanted(i)) + ",").getBytes(StandardCharsets.UTF_8));
      }
      return image;
    }
    int copied = from;
    for (int column = 0; column < columns.count(); column++) {
      int coordinate = columns.coordinate(column);
      if (coordinate >= 0 && mustWrite(bytes, cells, column, coordinate)) {
        int quote = cells.isQuoted(column) ? 1 : 0;
        out.write(bytes, copied, cells.start(column) + quote - copied);
        out.write(CoordinateCell.format(wanted(coordinate)).getBytes(StandardCharsets.UTF_8));
        copied = cells.end(column) - quote;
      }
    }
    return copied;
  }

  private double wanted(int coordinate) {
    return coordinate(annotations.get(row), coordinate);
  }

  private static double coordinate(Annotation annotation, int coordinate) {
    int keypoint = coordinate / 2;
    return coordinate % 2 == 0 ? annotation.x(keypoint) : annotation.y(keypoint);
  }

  /**
   * Whether a cell must change. A cell keeps its bytes if its keypoint stayed where it was or if
   * the new number is the old one.
   */
  private boolean mustWrite(byte[] bytes, CsvCells cells, int column, int coordinate)
      throws DataSetException {
    Annotation before = opened.annotation(row);
    int keypoint = coordinate / 2;
    if (samePlace(before, annotations.get(row), keypoint)) {
      return false;
    }
    double onDisk = numberIn(bytes, cells, column);
    double asOpened = coordinate(before, coordinate);
    if (before.isPlaced(keypoint) && !sameNumber(onDisk, asOpened)) {
      throw changedOnDisk();
    }
    return !sameNumber(onDisk, wanted(coordinate));
  }

  private double numberIn(byte[] bytes, CsvCells cells, int column) throws DataSetException {
    int quote = cells.isQuoted(column) ? 1 : 0;
    try {
      return CoordinateCell.parse(bytes, cells.start(column) + quote, cells.end(column) - quote);
    } catch (CoordinateCell.NotANumberException _) {
      throw changedOnDisk();
    }
  }

  private DataSetException changedOnDisk() {
    return CsvSaver.changedOnDisk(opened.labels().source());
  }
}
