package org.keypointstudio.dataset.submission;

import java.io.IOException;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.ByteOrderMark;
import org.keypointstudio.dataset.csv.CsvCells;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.CsvStream;
import org.keypointstudio.dataset.csv.LineBlock;
import org.keypointstudio.dataset.csv.LineBlocks;

/**
 * Walks over the lines of a CSV file, plain or packed, whichever of LF, CR-LF and CR-CR-LF ends
 * them. Empty lines are passed over.
 */
final class CsvLines {
  private CsvLines() {}

  /** What is done with a line. */
  interface Reader {
    /**
     * Takes the cells of a line.
     *
     * @param line counted from 1, the header is 1
     * @throws DataSetException with a sentence for the person if they are not as they should be
     */
    void read(int line, CsvCells cells) throws DataSetException;
  }

  /**
   * Gives all lines to a reader, one after the other.
   *
   * @throws DataSetException with a sentence for the person if the file is not CSV
   */
  static void read(CsvSource source, Reader reader) throws DataSetException {
    try (CsvStream stream = source.open()) {
      LineBlocks blocks = new LineBlocks(stream.bytes());
      byte[] buffer = LineBlocks.newBuffer();
      int line = 0;
      Optional<LineBlock> block = blocks.next(buffer);
      while (block.isPresent()) {
        line = read(source, block.get(), line, reader);
        block = blocks.next(buffer);
      }
    } catch (IOException problem) {
      throw source.explain(problem);
    }
  }

  private static int read(CsvSource source, LineBlock block, int linesBefore, Reader reader)
      throws DataSetException {
    int line = linesBefore;
    int start = block.from() + (block.sequence() == 0 ? ByteOrderMark.length(block.bytes()) : 0);
    while (start < block.to()) {
      int end = block.endOfLine(start);
      int endOfText = block.endOfText(start, end);
      line++;
      if (endOfText > start) {
        try {
          reader.read(line, CsvCells.of(block.bytes(), start, endOfText));
        } catch (CsvCells.MalformedCellException problem) {
          throw new DataSetException(
              "%s, line %,d: %s; correct its quotes."
                  .formatted(source.name(), line, problem.getMessage()),
              problem);
        }
      }
      start = end + 1;
    }
    return line;
  }
}
