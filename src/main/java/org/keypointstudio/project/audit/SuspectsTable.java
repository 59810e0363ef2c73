package org.keypointstudio.project.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/**
 * Suspicions as CSV: {@code row,keypoint,score,kind,suggested_x,suggested_y}. The row is the face's
 * position in the data set, counted from 0, the keypoint its name; the score is the natural
 * logarithm of the odds that the label is wrong; the suggestion is in pixels of the face's image,
 * two empty cells if there is none.
 */
public final class SuspectsTable {
  /** The first line. */
  public static final String HEADER = "row,keypoint,score,kind,suggested_x,suggested_y";

  private SuspectsTable() {}

  /**
   * Writes suspicions in their order, in one step.
   *
   * @throws AuditException with a sentence for the person if that fails; an old file is as it was
   */
  public static void write(Path file, KeypointSchema schema, List<Suspicion> suspicions)
      throws AuditException {
    try {
      AtomicFile.replace(
          file,
          temporary -> {
            try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
              out.write(HEADER + "\n");
              for (Suspicion suspicion : suspicions) {
                out.write(line(schema, suspicion));
              }
            }
          });
    } catch (IOException problem) {
      throw new AuditException(
          "%s could not be written (%s); name a file in a folder that exists and that you may write to."
              .formatted(file, problem.getMessage()),
          problem);
    }
  }

  private static String line(KeypointSchema schema, Suspicion suspicion) {
    Keypoint suggested = suspicion.suggested();
    return "%d,%s,%.4f,%s,%s%n"
        .formatted(
            suspicion.face(),
            quoted(schema.keypointNames().get(suspicion.keypoint())),
            suspicion.score(),
            suspicion.kind().id(),
            suggested.isPlaced() ? "%.3f,%.3f".formatted(suggested.x(), suggested.y()) : ",")
        .replace(System.lineSeparator(), "\n");
  }

  /** A cell as RFC 4180 has it. */
  private static String quoted(String cell) {
    return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
