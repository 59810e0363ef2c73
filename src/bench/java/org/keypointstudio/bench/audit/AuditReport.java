package org.keypointstudio.bench.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was measured, as Markdown.
 *
 * @param command that measures it
 * @param training what models learned, in words
 * @param seeds that were measured so far
 * @param ways scores of each way of ranking, one a seed
 * @param seconds of each audit
 * @param unplanted what is ranked high besides
 */
record AuditReport(
    String command,
    String training,
    List<Long> seeds,
    Map<String, List<Scores>> ways,
    List<Double> seconds,
    UnplantedRows unplanted) {

  /** Means over the seeds, one line a way of ranking; then the audit's, one line a seed. */
  String tables() {
    List<Scores> audits = ways.values().iterator().next();
    List<String> means = new ArrayList<>();
    ways.forEach((way, scores) -> means.add(line(way, Scores.mean(scores))));
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < seeds.size(); i++) {
      rows.add(line("%d (%.0f s)".formatted(seeds.get(i), seconds.get(i)), audits.get(i)));
    }
    return table("ranked by", means) + "\n" + table("the audit, seed", rows);
  }

  private static String table(String first, List<String> lines) {
    String head =
        "| "
            + first
            + " | AUC | precision at k | recall in first 5 % | in first 10 % | "
            + Stream.of(PlantedKind.values())
                .map(PlantedKind::title)
                .collect(Collectors.joining(" | "))
            + " |\n|"
            + "---|".repeat(5 + PlantedKind.values().length)
            + "\n";
    return lines.stream().collect(Collectors.joining("\n", head, "\n"));
  }

  private static String line(String name, Scores scores) {
    return "| %s | %.4f | %.3f | %.3f | %.3f | %s |"
        .formatted(
            name,
            scores.areaUnderCurve(),
            scores.precision(),
            scores.recallAt5(),
            scores.recallAt10(),
            Stream.of(PlantedKind.values())
                .map(kind -> "%.2f".formatted(scores.recallOfKind().get(kind)))
                .collect(Collectors.joining(" | ")));
  }

  /** The whole page. */
  String page() {
    Scores any = Scores.mean(ways.values().iterator().next());
    return """
    # Wrong labels that are found

    Written by `mvn -Pbench verify -Dbench.options="%s --report docs/benchmarks-audit.md"`.
    Errors of seven kinds are planted in turn in 5 %% of the rows: on average %d wrong points among %,d labelled ones.
    Models: %s. First the means over the seeds %s, then each seed. k is the number of wrong points; the columns on the
    right are recall within the first 10 %% of all points, by what was planted. An audit took %.0f s on average.

    %s
    %s
    """
        .formatted(
            command,
            any.planted(),
            any.points(),
            training,
            seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")),
            seconds.stream().mapToDouble(each -> each).average().orElse(0),
            tables(),
            unplanted.sentence());
  }
}
