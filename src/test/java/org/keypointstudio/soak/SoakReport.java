package org.keypointstudio.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page that tells how a soak went. */
final class SoakReport {
  private static final int MOST_LINES = 30;

  private SoakReport() {}

  /** Writes the page. */
  static void write(Path page, List<Footprint> all) throws IOException {
    Files.writeString(page, text(all));
  }

  private static String text(List<Footprint> all) {
    List<Footprint> warm = Growth.warm(all);
    return """
    # Endurance: what the program holds in the course of hours

    A script uses the program's window for a long time: it opens a data set, goes through faces
    and filters, drags and undoes keypoints, accepts proposals, changes the contrast, saves,
    trains a network for some seconds, looks at the models side by side and at their figures,
    deletes older runs, changes the look and closes the data set; then all of it again. Before
    each measurement the garbage is collected.

    `mvn -Psoak verify -Dsoak.minutes=30` does it for half an hour and writes this page;
    `-Dsoak.minutes=120` is the long form. It fails if something grows faster than it may once
    the program has warmed up, which is taken to be the first third of the time. Growth is the
    median of the slopes between all pairs of measurements (Theil–Sen).

    %,d rounds in %.0f minutes on %d cores, %s %s, Java %s.

    | | %s |
    |---|%s
    %s
    | growth an hour | %s |
    | may grow an hour | %s |

    The virtual machine's memory is what it has committed besides the heap. Resident is the process
    as the system sees it without the heap, but with the arrays of the networks and with memory
    that the C library keeps for the next training step. The growth is
    that of the %,d measurements after minute %.0f.
    """
        .formatted(
            all.getLast().round(),
            all.getLast().minutes(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version(),
            columns(Bound::title),
            "---:|".repeat(Bound.values().length),
            chosen(all).stream().map(SoakReport::line).collect(Collectors.joining("\n")),
            columns(bound -> number(bound.growth(all))),
            columns(bound -> number(bound.mostPerHour())),
            warm.size(),
            warm.getFirst().minutes());
  }

  private static String columns(Function<Bound, String> cell) {
    return Arrays.stream(Bound.values()).map(cell).collect(Collectors.joining(" | "));
  }

  private static String line(Footprint footprint) {
    return "| minute %.0f, round %d | %s |"
        .formatted(
            footprint.minutes(), footprint.round(), columns(bound -> number(bound.of(footprint))));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "not known" : "%.1f".formatted(value);
  }

  /** As many measurements as fit on a page, the first and the last among them. */
  private static List<Footprint> chosen(List<Footprint> all) {
    List<Footprint> chosen = new ArrayList<>();
    int lines = Math.min(MOST_LINES, all.size());
    for (int line = 0; line < lines; line++) {
      chosen.add(all.get(lines == 1 ? 0 : line * (all.size() - 1) / (lines - 1)));
    }
    return chosen;
  }
}
