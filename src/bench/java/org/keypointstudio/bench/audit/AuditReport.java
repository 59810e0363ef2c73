package org.keypointstudio.bench.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, as Markdown. */
final class AuditReport {
  private AuditReport() {}

  /** One line a way of ranking: means over the seeds. */
  static String table(Map<String, List<Scores>> ways) {
    String head =
        "| ranked by | AUC | precision at k | recall in first 5 % | in first 10 % | "
            + Stream.of(PlantedKind.values())
                .map(PlantedKind::title)
                .collect(Collectors.joining(" | "))
            + " |\n|"
            + "---|".repeat(5 + PlantedKind.values().length)
            + "\n";
    return ways.entrySet().stream()
        .map(way -> line(way.getKey(), Scores.mean(way.getValue())))
        .collect(Collectors.joining("\n", head, "\n"));
  }

  private static String line(String way, Scores scores) {
    return "| %s | %.4f | %.3f | %.3f | %.3f | %s |"
        .formatted(
            way,
            scores.areaUnderCurve(),
            scores.precision(),
            scores.recallAt5(),
            scores.recallAt10(),
            Stream.of(PlantedKind.values())
                .map(kind -> "%.2f".formatted(scores.recallOfKind().get(kind)))
                .collect(Collectors.joining(" | ")));
  }

  /** The whole page. */
  static String page(
      Map<String, List<Scores>> ways, List<Long> seeds, String training, double secondsPerAudit) {
    Scores any = Scores.mean(ways.values().iterator().next());
    return """
    # Wrong labels that are found

    Written by `mvn -Pbench verify -Dbench.options="audit --data faces96/training.zip --report docs/benchmarks-audit.md"`.
    Errors of seven kinds are planted in turn in 5 %% of the rows: on average %d wrong points among %,d labelled ones.
    Models: %s. Means over the seeds %s. k is the number of wrong points; the columns on the right are recall
    within the first 10 %% of all points, by what was planted. An audit took %.0f s on average.

    %s"""
        .formatted(any.planted(), any.points(), training, seeds, secondsPerAudit, table(ways));
  }
}
