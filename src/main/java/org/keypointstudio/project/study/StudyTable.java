package org.keypointstudio.project.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.keypointstudio.dataset.csv.AtomicFile;

/** The result of a study as text, for people and for programs. */
public final class StudyTable {
  private final StudyResult result;

  /** The table of a result. */
  public StudyTable(StudyResult result) {
    this.result = result;
  }

  /** One line a run: variant, seed, errors in pixels, epochs, seconds. */
  public String csv() {
    StringBuilder csv =
        new StringBuilder("variant,seed,rmse,flip_averaged_rmse,best_epoch,epochs,seconds\n");
    for (StudyResult.Row row : result.rows()) {
      for (StudyResult.Run run : row.runs()) {
        csv.append(
            String.format(
                Locale.ROOT,
                "\"%s\",%d,%.6f,%.6f,%d,%d,%.3f\n",
                row.variant().replace("\"", "\"\""),
                run.seed(),
                run.rmse(),
                run.flipAveragedRmse(),
                run.bestEpoch(),
                run.epochs(),
                run.seconds()));
      }
    }
    return csv.toString();
  }

  /** One line a variant: means and standard deviations over the seeds, as Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(result.study().name()).append("\n\n");
    text.append(result.study().question()).append("\n\n");
    text.append(
        "| variant | validation RMSE, px | averaged with the mirrored face, px | seconds | runs"
            + " |\n");
    text.append("|---|---|---|---|---|\n");
    for (StudyResult.Row row : result.rows()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %.0f | %d |\n",
              row.variant().replace("|", "\\|"),
              row.rmse().text(),
              row.flipAveragedRmse().text(),
              row.seconds().mean(),
              row.runs().size()));
    }
    return text.toString();
  }

  /**
   * Writes {@code results.csv} and {@code results.md}.
   *
   * @param folder must exist
   * @throws IOException if a file cannot be written; an earlier one stays as it was
   */
  public void writeTo(Path folder) throws IOException {
    write(folder.resolve("results.csv"), csv());
    write(folder.resolve("results.md"), markdown());
  }

  private static void write(Path file, String text) throws IOException {
    AtomicFile.replace(
        file, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
  }
}
