package org.keypointstudio.dataset.kaggle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keypointstudio.dataset.csv.CoordinateCell;
import org.keypointstudio.dataset.csv.CsvCells;
import org.keypointstudio.dataset.csv.KeypointColumns;
import org.keypointstudio.dataset.csv.LineBlock;
import org.keypointstudio.dataset.csv.LineBlocks;
import org.keypointstudio.dataset.csv.RowProblem;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/** Parses blocks of rows without making an object per cell. Used by one thread. */
final class BlockParser {
  private static final String PIXEL_ADVICE = "restore this row's image from the original file";

  private final KeypointColumns columns;
  private final PixelStore store;
  private final double[] coordinates;

  BlockParser(KeypointColumns columns, ImageSize imageSize) {
    this.columns = columns;
    this.store = new PixelStore(imageSize);
    this.coordinates = new double[2 * columns.schema().size()];
  }

  /** A row that is wrong, by its position in its block. */
  static final class BlockProblem extends Exception {
    private static final long serialVersionUID = 1L;
    private final int row;
    private final int line;

    private BlockProblem(int row, int line, RowProblem problem) {
      super(problem.getMessage(), problem);
      this.row = row;
      this.line = line;
    }

    /** Data rows of the block before it. */
    int row() {
      return row;
    }

    /** Lines of the block before it. */
    int line() {
      return line;
    }
  }

  /** The faces of a block, whose blank lines count for nothing. */
  ParsedRows parse(LineBlock block) throws BlockProblem {
    int mostFollowing = mostImages(block);
    List<Annotation> annotations = new ArrayList<>();
    List<GrayImage> images = new ArrayList<>();
    int lines = 0;
    int position = block.from();
    byte[] bytes = block.bytes();
    while (position < block.to()) {
      int end = position;
      while (bytes[end] == '\r') {
        end++;
      }
      if (bytes[end] != '\n') {
        store.reserve(mostFollowing);
        try {
          end = parseRow(block, position);
        } catch (RowProblem problem) {
          throw new BlockProblem(annotations.size(), lines, problem);
        }
        annotations.add(Annotation.ofCoordinates(coordinates));
        images.add(store.take());
      }
      lines++;
      position = end + 1;
    }
    return new ParsedRows(annotations, images, lines);
  }

  /** A short block is the file's last: no more images follow than it holds. */
  private int mostImages(LineBlock block) {
    int length = block.to() - block.from();
    // No row is shorter than one digit and one separator a pixel.
    return length < LineBlocks.BLOCK_SIZE / 2
        ? length / (2 * store.pixelCount()) + 1
        : Integer.MAX_VALUE;
  }

  /** Parses a row and gives the position of its line feed. */
  private int parseRow(LineBlock block, int from) throws RowProblem {
    byte[] bytes = block.bytes();
    Arrays.fill(coordinates, Double.NaN);
    int position = from;
    for (int column = 0; column < columns.count(); column++) {
      int end;
      if (column == columns.imageColumn()) {
        int behind =
            PixelCell.parse(bytes, position, store.pixels(), store.offset(), store.pixelCount());
        end = behind >= 0 && isEndOfCell(bytes[behind]) ? behind : -1;
      } else {
        end = plainCellEnd(bytes, position);
        if (end >= 0 && columns.coordinate(column) >= 0) {
          try {
            coordinates[columns.coordinate(column)] = CoordinateCell.parse(bytes, position, end);
          } catch (CoordinateCell.NotANumberException _) {
            // The careful way says what is wrong: this cell, or a comma too few before it.
            return parseRowCarefully(block, from);
          }
        }
      }
      boolean last = column == columns.count() - 1;
      if (end < 0 || (bytes[end] == ',') == last) {
        return parseRowCarefully(block, from);
      }
      position = end + 1;
    }
    int end = position - 1;
    while (bytes[end] == '\r') {
      end++;
    }
    return bytes[end] == '\n' ? end : parseRowCarefully(block, from);
  }

  private static boolean isEndOfCell(byte value) {
    return value == ',' || value == '\r' || value == '\n';
  }

  /** The end of a cell without quotes, or −1. */
  private static int plainCellEnd(byte[] bytes, int from) {
    if (bytes[from] == '"') {
      return -1;
    }
    int end = from;
    while (!isEndOfCell(bytes[end])) {
      end++;
    }
    return end;
  }

  /** The way of all rows that have quotes, odd spaces or mistakes. */
  private int parseRowCarefully(LineBlock block, int from) throws RowProblem {
    int endOfLine = block.endOfLine(from);
    int endOfText = block.endOfText(from, endOfLine);
    CsvCells cells = cells(block, from, endOfText);
    boolean cutOff = block.cutOff() && endOfLine == block.to() - 1;
    if (cells.count() != columns.count()) {
      throw new RowProblem(
          ": there are %,d cells instead of the header's %,d; %s."
              .formatted(
                  cells.count(),
                  columns.count(),
                  cutOff ? cutOffAdvice() : "add or remove the commas that are wrong"));
    }
    for (int column = 0; column < columns.count(); column++) {
      int quote = cells.isQuoted(column) ? 1 : 0;
      int start = cells.start(column) + quote;
      int end = cells.end(column) - quote;
      if (column == columns.imageColumn()) {
        parsePixels(block.bytes(), start, end, cutOff);
      } else if (columns.coordinate(column) >= 0) {
        coordinates[columns.coordinate(column)] = coordinate(block.bytes(), start, end, column);
      }
    }
    return endOfLine;
  }

  private static CsvCells cells(LineBlock block, int from, int to) throws RowProblem {
    try {
      return CsvCells.of(block.bytes(), from, to);
    } catch (CsvCells.MalformedCellException problem) {
      throw new RowProblem(": " + problem.getMessage() + "; correct the quotes in this row.");
    }
  }

  private void parsePixels(byte[] bytes, int from, int to, boolean cutOff) throws RowProblem {
    try {
      PixelCell.parseCarefully(bytes, from, to, store.pixels(), store.offset(), store.pixelCount());
    } catch (PixelCell.PixelProblem problem) {
      throw new RowProblem(
          ", column %s: %s; %s."
              .formatted(
                  columns.name(columns.imageColumn()),
                  problem.getMessage(),
                  cutOff ? cutOffAdvice() : PIXEL_ADVICE));
    }
  }

  private double coordinate(byte[] bytes, int from, int to, int column) throws RowProblem {
    try {
      return CoordinateCell.parse(bytes, from, to);
    } catch (CoordinateCell.NotANumberException problem) {
      throw CoordinateCell.problem(columns.name(column), problem);
    }
  }

  private static String cutOffAdvice() {
    return "the file ends in the middle of this row, so wait until it is written or get it again";
  }
}
