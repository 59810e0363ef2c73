package org.keypointstudio.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The table of what was done. */
final class FuzzReport {
  private FuzzReport() {}

  /**
   * What was done with one reader.
   *
   * @param reader its id
   * @param minutes by the clock, with the start of the process
   * @param inputs that it was given
   * @param coverage edges of the program that Jazzer saw taken
   * @param findings files that broke a promise
   */
  record Line(String reader, double minutes, long inputs, long coverage, int findings) {
    String row() {
      return String.format(
          Locale.ROOT,
          "| `%s` | %.1f | %,d | %,d | %d |",
          reader,
          minutes,
          inputs,
          coverage,
          findings);
    }
  }

  /** Writes the table as a page. */
  static void write(Path file, List<Line> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("| reader | minutes | inputs | edges | findings |\n|---|--:|--:|--:|--:|\n");
    lines.forEach(line -> text.append(line.row()).append('\n'));
    text.append(
        String.format(
            Locale.ROOT,
            "| all | %.1f | %,d | | %d |%n",
            lines.stream().mapToDouble(Line::minutes).sum(),
            lines.stream().mapToLong(Line::inputs).sum(),
            lines.stream().mapToInt(Line::findings).sum()));
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }
}
