package org.keypointstudio.dataset.kaggle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.CsvStream;
import org.keypointstudio.dataset.csv.KeypointColumns;
import org.keypointstudio.dataset.csv.LineBlock;
import org.keypointstudio.dataset.csv.LineBlocks;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.task.TaskContext;

/**
 * Parses the blocks of one file with several threads. Each thread in turn reads a block under the
 * lock and parses it outside, so that no more than one block a thread is in memory.
 */
final class ParallelRows {
  private final CsvSource source;
  private final CsvStream stream;
  private final LineBlocks blocks;
  private final int firstLine;
  private final int firstSequence;
  private final boolean hasOthers;
  private final long mostPixels;
  private final Consumer<ParsedRows> onFirst;
  private final TreeMap<Integer, ParsedRows> parsed = new TreeMap<>();
  private final TreeMap<Integer, BlockParser.BlockProblem> problems = new TreeMap<>();
  private @Nullable LineBlock waiting;
  private long pixels;
  private boolean stopped;

  /**
   * @param firstBlock begins with the first row; the others come from {@code blocks}
   * @param firstLine the line of the file with which it begins, counted from 1
   * @param mostPixels of all images together
   * @param onFirst takes the rows of the first block, if there are others
   */
  ParallelRows(
      CsvSource source,
      CsvStream stream,
      LineBlocks blocks,
      LineBlock firstBlock,
      int firstLine,
      long mostPixels,
      Consumer<ParsedRows> onFirst) {
    this.source = source;
    this.stream = stream;
    this.blocks = blocks;
    this.waiting = firstBlock;
    this.firstLine = firstLine;
    this.firstSequence = firstBlock.sequence();
    this.hasOthers = !blocks.isAtEnd();
    this.mostPixels = mostPixels;
    this.onFirst = onFirst;
  }

  /** Parses all rows and gives them in the file's order. */
  List<ParsedRows> parse(
      KeypointColumns columns, ImageSize imageSize, int threads, TaskContext context)
      throws IOException {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(
            executor.submit(
                () -> {
                  work(new BlockParser(columns, imageSize), context);
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof IOException) {
        requireWellFormedRows(); // a wrong row stands before what could not be read
      }
      throw rethrown(failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("reading was interrupted", interruption);
    }
    requireWellFormedRows();
    return List.copyOf(parsed.values());
  }

  private void requireWellFormedRows() throws DataSetException {
    if (!problems.isEmpty()) {
      source.requireUnchangedAfterReading();
      BlockParser.BlockProblem problem = problems.firstEntry().getValue();
      throw located(
          problems.firstKey(), problem.row(), problem.line(), String.valueOf(problem.getMessage()));
    }
  }

  private IOException rethrown(ExecutionException failure) throws DataSetException {
    return switch (failure.getCause()) {
      case LineBlocks.LineTooLongException problem -> {
        source.requireUnchangedAfterReading();
        yield located(
            Integer.MAX_VALUE,
            0,
            0,
            ": " + problem.getMessage() + "; restore this row from the original file.");
      }
      case IOException problem -> problem;
      case RuntimeException problem -> throw problem;
      case Error problem -> throw problem;
      case null, default -> throw new IllegalStateException(failure);
    };
  }

  private void work(BlockParser parser, TaskContext context) throws IOException {
    byte[] buffer = LineBlocks.newBuffer();
    try {
      while (true) {
        Optional<LineBlock> block = next(buffer, context);
        if (block.isEmpty()) {
          return;
        }
        buffer = block.get().bytes();
        try {
          ParsedRows rows = parser.parse(block.get());
          if (block.get().sequence() == firstSequence && hasOthers) {
            onFirst.accept(rows);
          }
          add(block.get().sequence(), rows);
        } catch (BlockParser.BlockProblem problem) {
          fail(block.get().sequence(), problem);
        }
      }
    } finally {
      stop();
    }
  }

  private synchronized Optional<LineBlock> next(byte[] buffer, TaskContext context)
      throws IOException {
    context.throwIfCancelled();
    if (stopped) {
      return Optional.empty();
    }
    LineBlock first = waiting;
    if (first != null) {
      waiting = null;
      return Optional.of(first);
    }
    context.report(stream.done().getAsLong(), stream.total(), "Opening " + source.name());
    return blocks.next(buffer);
  }

  private synchronized void add(int sequence, ParsedRows rows) throws DataSetException {
    parsed.put(sequence, rows);
    rows.images().forEach(image -> pixels += image.size().pixelCount());
    if (pixels > mostPixels) {
      throw new DataSetException(
          "%s does not fit into memory: its images need more than %,d MB; give the program a larger heap (-Xmx) or split the file."
              .formatted(source.name(), mostPixels >> 20));
    }
  }

  private synchronized void fail(int sequence, BlockParser.BlockProblem problem) {
    problems.put(sequence, problem);
    stopped = true;
  }

  /** Ends the other threads too: no block is left, or something went wrong. */
  private synchronized void stop() {
    stopped = true;
  }

  private DataSetException located(int sequence, int rowInBlock, int lineInBlock, String found) {
    int row = 1 + rowInBlock;
    int line = firstLine + lineInBlock;
    for (ParsedRows before : parsed.headMap(sequence).values()) {
      row += before.annotations().size();
      line += before.lines();
    }
    return new DataSetException(
        "%s, row %,d (line %,d)%s".formatted(source.name(), row, line, found));
  }
}
