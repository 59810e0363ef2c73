package org.keypointstudio.dataset.kaggle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.ByteOrderMark;
import org.keypointstudio.dataset.csv.CsvCells;
import org.keypointstudio.dataset.csv.CsvLabels;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.CsvStream;
import org.keypointstudio.dataset.csv.KeypointColumns;
import org.keypointstudio.dataset.csv.LineBlock;
import org.keypointstudio.dataset.csv.LineBlocks;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.task.TaskContext;

/**
 * Reads Kaggle's {@code training.csv} and files like it, plain or packed: a header, then one row a
 * face with its coordinates in pixels (empty is unlabelled) and a cell {@code Image} of square grey
 * pixels separated by spaces. A file without columns for coordinates, as Kaggle's {@code test.csv},
 * has Kaggle's fifteen keypoints, all of them unlabelled.
 *
 * <p>Of a point whose one coordinate is empty the other is no place: the keypoint is unlabelled,
 * and a save leaves the cell as it is until the keypoint is placed.
 *
 * <p>The text goes straight to grey bytes, in blocks of whole lines that several threads parse. The
 * heap that is needed is one byte a pixel, the annotations, and a few blocks.
 */
public final class KaggleCsvReader {
  private static final int MOST_THREADS = 4;

  /** The share of the heap that images may fill. */
  private static final double IMAGES_SHARE_OF_HEAP = 0.75;

  private final long mostPixels;
  private final int threads;

  /** A reader that uses the machine's processors and leaves room in the present heap. */
  public KaggleCsvReader() {
    this(
        (long) (Runtime.getRuntime().maxMemory() * IMAGES_SHARE_OF_HEAP),
        Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS));
  }

  /**
   * A reader with limits of its own.
   *
   * @param mostPixels of all images together, which take a byte each
   * @param threads that parse
   */
  KaggleCsvReader(long mostPixels, int threads) {
    this.mostPixels = mostPixels;
    this.threads = threads;
  }

  /**
   * Reads a whole file.
   *
   * @throws DataSetException with file, row and column if anything is not as it must be
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public KaggleDataSet read(Path path, TaskContext context) throws DataSetException {
    return read(CsvSource.of(path), context);
  }

  /** Reads a file that was looked at already. */
  public KaggleDataSet read(CsvSource source, TaskContext context) throws DataSetException {
    return read(source, context, _ -> {});
  }

  /**
   * Reads a file that was looked at already.
   *
   * @param onFirstFaces takes the faces of the first megabyte while the others are read; not called
   *     for a file that has no others
   */
  public KaggleDataSet read(
      CsvSource source, TaskContext context, Consumer<? super KaggleDataSet> onFirstFaces)
      throws DataSetException {
    try (CsvStream stream = source.open()) {
      return read(source, stream, context, onFirstFaces);
    } catch (LineBlocks.LineTooLongException problem) {
      throw new DataSetException(
          "%s, header (line 1): %s; expected a header and below it one line a face."
              .formatted(source.name(), problem.getMessage()),
          problem);
    } catch (IOException problem) {
      throw source.explain(problem);
    }
  }

  private KaggleDataSet read(
      CsvSource source,
      CsvStream stream,
      TaskContext context,
      Consumer<? super KaggleDataSet> onFirstFaces)
      throws IOException {
    LineBlocks blocks = new LineBlocks(stream.bytes());
    LineBlock first = blocks.next(LineBlocks.newBuffer()).orElseThrow(() -> onlyHeader(source));
    CsvSource.requireText(source.name(), first.bytes(), first.to());
    int headerEnd = first.endOfLine(0);
    int headerStart = ByteOrderMark.length(first.bytes());
    KeypointColumns columns =
        KaggleHeader.parse(
            source.name(), first.bytes(), headerStart, first.endOfText(headerStart, headerEnd));
    FirstRow firstRow = firstRow(source, blocks, first.startingAt(headerEnd + 1));
    int pixelCount = pixelCount(source, columns, firstRow);
    int side = (int) Math.round(Math.sqrt(pixelCount));
    ImageSize imageSize = new ImageSize(side, side);

    ParallelRows rows =
        new ParallelRows(
            source,
            stream,
            blocks,
            firstRow.block(),
            firstRow.line(),
            mostPixels,
            faces -> onFirstFaces.accept(dataSet(source, columns, imageSize, List.of(faces))));
    List<ParsedRows> parsed = rows.parse(columns, imageSize, threads, context);
    source.requireUnchangedAfterReading();
    return dataSet(source, columns, imageSize, parsed);
  }

  private static KaggleDataSet dataSet(
      CsvSource source, KeypointColumns columns, ImageSize imageSize, List<ParsedRows> parsed) {
    List<GrayImage> images = new ArrayList<>();
    List<Annotation> annotations = new ArrayList<>();
    for (ParsedRows block : parsed) {
      annotations.addAll(block.annotations());
      images.addAll(block.images());
    }
    return new KaggleDataSet(new CsvLabels(source, columns, annotations), imageSize, images);
  }

  /**
   * Where the first row begins.
   *
   * @param block begins with it
   * @param line of the file, counted from 1
   */
  private record FirstRow(LineBlock block, int line) {}

  private static FirstRow firstRow(CsvSource source, LineBlocks blocks, LineBlock afterHeader)
      throws IOException {
    int line = 2;
    Optional<LineBlock> block = Optional.of(afterHeader);
    while (block.isPresent()) {
      LineBlock lines = block.get();
      int position = lines.from();
      while (position < lines.to()) {
        int end = lines.endOfLine(position);
        if (lines.endOfText(position, end) > position) {
          return new FirstRow(lines.startingAt(position), line);
        }
        line++;
        position = end + 1;
      }
      block = blocks.next(lines.bytes());
    }
    throw onlyHeader(source);
  }

  private static DataSetException onlyHeader(CsvSource source) {
    return new DataSetException(
        source.name() + " holds no faces: expected one row a face below the header.");
  }

  private static int pixelCount(CsvSource source, KeypointColumns columns, FirstRow row)
      throws DataSetException {
    LineBlock block = row.block();
    int end = block.endOfText(block.from(), block.endOfLine(block.from()));
    int count = 0;
    try {
      CsvCells cells = CsvCells.of(block.bytes(), block.from(), end);
      if (cells.count() != columns.count()) {
        return 1; // the parser says what is wrong with the row
      }
      int image = columns.imageColumn();
      int quote = cells.isQuoted(image) ? 1 : 0;
      count = PixelCell.count(block.bytes(), cells.start(image) + quote, cells.end(image) - quote);
    } catch (CsvCells.MalformedCellException _) {
      return 1; // the parser says what is wrong with the row
    }
    int side = (int) Math.round(Math.sqrt(count));
    if (count == 0 || side * side != count) {
      throw new DataSetException(
          "%s, row 1 (line %d), column %s: %,d pixels are no square image (96 × 96 has 9,216); restore this row's image from the original file."
              .formatted(source.name(), row.line(), columns.name(columns.imageColumn()), count));
    }
    return count;
  }
}
