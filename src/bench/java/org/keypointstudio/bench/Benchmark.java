package org.keypointstudio.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.keypointstudio.bench.active.ActiveBenchmark;
import org.keypointstudio.bench.audit.AuditBenchmark;
import org.keypointstudio.bench.canvas.CanvasBenchmark;
import org.keypointstudio.bench.effort.EffortBenchmark;
import org.keypointstudio.bench.folder.FolderBenchmark;
import org.keypointstudio.bench.open.OpenBenchmark;
import org.keypointstudio.bench.start.StartBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the program's networks beside stock Deeplearning4j and PyTorch. */
@Command(
    name = "benchmark",
    subcommands = {
      ActiveBenchmark.class,
      AuditBenchmark.class,
      CanvasBenchmark.class,
      EffortBenchmark.class,
      FolderBenchmark.class,
      OpenBenchmark.class,
      StartBenchmark.class
    },
    mixinStandardHelpOptions = true,
    description = "Measures the networks beside stock Deeplearning4j and PyTorch, in turns.")
final class Benchmark implements Callable<Integer> {

  @Option(
      names = "--networks",
      split = ",",
      description = "reference, compact, cnn, sequential; all of them if left out")
  private List<String> networks = Arrays.stream(Subject.values()).map(Subject::id).toList();

  @Option(names = "--without", split = ",", description = "contestants to leave out, such as STOCK")
  private List<Contestant> without = List.of();

  @Option(names = "--rounds", description = "turns of each contestant at each measure")
  private int rounds = 7;

  @Option(names = "--seconds", description = "length of a turn")
  private double seconds = 0.7;

  @Option(names = "--report", description = "file to write; nothing is written if left out")
  private List<Path> report = List.of();

  /** Runs it; options may come together in one argument, as Maven passes them. */
  public static void main(String[] arguments) {
    String[] options =
        Arrays.stream(arguments)
            .flatMap(argument -> Arrays.stream(argument.strip().split("\\s+")))
            .toArray(String[]::new);
    System.exit(new CommandLine(new Benchmark()).execute(options));
  }

  @Override
  public Integer call() throws IOException {
    RunTimes runTimes;
    try (ContestantProcess fresh = new ContestantProcess(Contestant.OURS)) {
      runTimes = fresh.runTimes();
    }
    System.out.println(BenchReport.runs(runTimes));
    List<Subject> subjects = networks.stream().map(Subject::ofId).toList();
    List<ContestantProcess> processes = new ArrayList<>();
    List<Comparison.Result> results = new ArrayList<>();
    try {
      for (Contestant contestant : Contestant.values()) {
        if (!without.contains(contestant)) {
          processes.add(new ContestantProcess(contestant));
        }
      }
      var comparison = new Comparison(processes, rounds, seconds);
      for (Subject subject : subjects) {
        Comparison.Result result = comparison.measure(subject);
        results.add(result);
        System.out.println(BenchReport.section(result));
      }
    } finally {
      processes.forEach(ContestantProcess::close);
    }
    for (Path file : report) {
      Files.writeString(file, BenchReport.page(results, runTimes, rounds, seconds));
    }
    return 0;
  }
}
