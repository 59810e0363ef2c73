package org.keypointstudio.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.dataset.kaggle.KaggleCsvWriter;
import org.keypointstudio.generate.LabelledRows.LabelledRow;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/** Writes a {@code training.csv} in Kaggle's schema whose faces are drawn by the program. */
public final class DataSetGenerator {
  /** Rows that are drawn side by side, then written in order. */
  private static final int BATCH = 64;

  private DataSetGenerator() {}

  /**
   * Draws the faces on all processors and writes them in order. The file appears under its name
   * only when it is whole; until then, and after a failure or a cancellation, what was there stays.
   *
   * @param file to write; its folder must exist
   * @throws java.util.concurrent.CancellationException if the context asks to stop
   * @throws IOException if the file cannot be written
   */
  public static GeneratedDataSet write(GeneratorOptions options, Path file, TaskContext context)
      throws IOException {
    LabelledRows rows = new LabelledRows(options);
    List<WrongLabel> wrongLabels = new ArrayList<>();
    AtomicFile.replace(
        file,
        temporary -> {
          try (KaggleCsvWriter writer =
              new KaggleCsvWriter(Files.newOutputStream(temporary), KeypointSchema.kaggle15())) {
            for (int from = 0; from < options.rows(); from += BATCH) {
              int to = Math.min(from + BATCH, options.rows());
              for (LabelledRow row : draw(rows, from, to, context)) {
                writer.write(row.labels(), row.image());
                row.wrong().ifPresent(wrongLabels::add);
              }
              context.report(to, options.rows(), "Drawing faces");
            }
          }
        });
    return rows.describe(wrongLabels);
  }

  private static List<LabelledRow> draw(LabelledRows rows, int from, int to, TaskContext context) {
    return IntStream.range(from, to)
        .parallel()
        .mapToObj(
            row -> {
              context.throwIfCancelled();
              return rows.row(row);
            })
        .toList();
  }
}
