package org.keypointstudio.dataset.file;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.ByteOrderMark;
import org.keypointstudio.dataset.csv.CsvCells;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.CsvStream;
import org.keypointstudio.dataset.csv.LineBlock;
import org.keypointstudio.dataset.csv.LineBlocks;

/** Which of the formats a CSV file is in, by its first lines. */
enum CsvFormat {
  /** Pixels are in the file. */
  KAGGLE,
  /** The file names other files. */
  IMAGE_FOLDER;

  private static final String IMAGE = "image";
  private static final Set<String> FILE_COLUMNS =
      Set.of(
          "", IMAGE, "filename", "file_name", "file", "image_name", "image_path", "path", "name");

  /**
   * Looks at a file. One that fits neither is taken for Kaggle's, whose reader says what is wrong.
   */
  static CsvFormat of(CsvSource source) throws DataSetException {
    try (CsvStream stream = source.open()) {
      Optional<LineBlock> start = new LineBlocks(stream.bytes()).next(LineBlocks.newBuffer());
      return start.isPresent() ? of(start.get()) : KAGGLE;
    } catch (LineBlocks.LineTooLongException | CsvCells.MalformedCellException _) {
      return KAGGLE;
    } catch (IOException problem) {
      throw source.explain(problem);
    }
  }

  private static CsvFormat of(LineBlock block) throws CsvCells.MalformedCellException {
    int headerStart = ByteOrderMark.length(block.bytes());
    int headerEnd = block.endOfLine(headerStart);
    List<String> names = cells(block, headerStart, headerEnd).texts();
    List<String> lowerCase = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (lowerCase.lastIndexOf(IMAGE) > 0) {
      return KAGGLE;
    }
    int row = headerEnd + 1;
    if (names.size() < 3 || row >= block.to()) {
      return KAGGLE;
    }
    String firstCell = cells(block, row, block.endOfLine(row)).text(0);
    boolean numbers = firstCell.matches("[0-9 .eE+-]*");
    boolean namesFiles = FILE_COLUMNS.contains(lowerCase.getFirst()) || firstCell.contains(".");
    return namesFiles && !numbers ? IMAGE_FOLDER : KAGGLE;
  }

  private static CsvCells cells(LineBlock block, int from, int endOfLine)
      throws CsvCells.MalformedCellException {
    return CsvCells.of(block.bytes(), from, block.endOfText(from, endOfLine));
  }
}
