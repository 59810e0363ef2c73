package org.keypointstudio.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, as Markdown. */
final class BenchReport {
  private BenchReport() {}

  /** The tables of one network. */
  static String section(Comparison.Result result) {
    StringBuilder text = new StringBuilder();
    text.append("### `%s`\n\n".formatted(result.subject().id()));
    text.append(
        "%,d weights. All outputs agree to %.1e.\n\n"
            .formatted(result.subject().spec().parameterCount(), result.difference()));
    List<Contestant> contestants = contestants(result);
    text.append("| |");
    contestants.forEach(contestant -> text.append(' ').append(contestant.title()).append(" |"));
    text.append(" × PyTorch | aim |\n|---|").append("---|".repeat(contestants.size() + 2));
    text.append('\n');
    for (Measure measure : result.times().keySet()) {
      text.append(row(result, measure, contestants));
    }
    return text.toString();
  }

  private static List<Contestant> contestants(Comparison.Result result) {
    Map<Contestant, Timings> any = result.times().values().iterator().next();
    return List.copyOf(any.keySet());
  }

  private static String row(
      Comparison.Result result, Measure measure, List<Contestant> contestants) {
    String unit = measure == Measure.ONE_FACE ? "ms" : "faces/s";
    StringBuilder text = new StringBuilder("| %s, %s |".formatted(measure.title(), unit));
    for (Contestant contestant : contestants) {
      double milliseconds = result.milliseconds(measure, contestant);
      text.append(
          measure == Measure.ONE_FACE
              ? " %.2f |".formatted(milliseconds)
              : " %,.0f |".formatted(measure.faces() * 1000 / milliseconds));
    }
    if (contestants.contains(Contestant.PYTORCH)) {
      double target = result.subject().target(measure);
      text.append(" **%.2f** |".formatted(result.ratio(measure, Contestant.PYTORCH)));
      text.append(target > 0 ? " ≥ %.1f |".formatted(target) : " |");
    }
    return text.append('\n').toString();
  }

  /** What a run takes besides its steps. */
  static String runs(RunTimes times) {
    return """
    | a run of `compact` on 3,666 faces | | aim |
    |---|---|---|
    | assembly of a batch of 64 faces, all varied, ms | %.2f | |
    | first step after the start, process fresh, s | %.2f | ≤ 3 |
    | first step after the start, later run, s | %.2f | ≤ 3 |
    | end after the wish to cancel, ms | %.0f | |
    """
        .formatted(
            times.assemblyMilliseconds(),
            times.firstStepSeconds(),
            times.nextFirstStepSeconds(),
            times.cancelMilliseconds());
  }

  /** The share of a training step that its batch takes to be assembled. */
  private static String assemblyShare(List<Comparison.Result> results, RunTimes times) {
    return results.stream()
        .filter(result -> result.subject() == Subject.COMPACT)
        .mapToDouble(result -> result.milliseconds(Measure.TRAINING, Contestant.OURS))
        .mapToObj(
            step ->
                "Assembly takes %.1f %% of a step of `compact`; the aim is below 5 %%."
                    .formatted(
                        100 * times.assemblyMilliseconds() / (step + times.assemblyMilliseconds())))
        .collect(Collectors.joining());
  }

  /** The whole page. */
  static String page(List<Comparison.Result> results, RunTimes times, int rounds, double seconds)
      throws IOException {
    String contestants =
        Arrays.stream(Contestant.values())
            .map(
                contestant ->
                    "- **%s**: %s.".formatted(contestant.title(), contestant.description()))
            .collect(Collectors.joining("\n"));
    String sections = results.stream().map(BenchReport::section).collect(Collectors.joining("\n"));
    return """
    # Benchmarks

    Written by `mvn -Pbench verify`, which anyone can run.

    %s

    Each contestant runs in a process of its own and waits while the others are measured. They
    take turns, %d at each measure, of %s seconds each; a figure is the median over the turns
    of the median step of a turn. All have the same weights and the same batch of 64 faces of
    96 × 96 pixels, and use as many threads as there are processors.

    %s

    A training step is forwards, mean squared error, backwards and AdamW with decay 1e-4.
    For PyTorch the batch lies ready in its own memory and outputs are not read back; the
    others copy both from and to Java. Ratios are PyTorch's time by the program's, so more
    than 1 means that the program is faster.

    %s
    ### Runs

    %s
    %s
    """
        .formatted(
            Machine.describe(),
            rounds,
            seconds,
            contestants,
            sections,
            runs(times),
            assemblyShare(results, times));
  }
}
