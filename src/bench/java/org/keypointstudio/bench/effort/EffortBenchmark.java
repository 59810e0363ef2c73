package org.keypointstudio.bench.effort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replays a scripted annotator over faces with missing points, in five ways. */
@Command(
    name = "effort",
    mixinStandardHelpOptions = true,
    description = "Replays a scripted annotator over faces with missing points, in five ways.")
public final class EffortBenchmark implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      description = "training.csv or training.zip with complete rows, groups.csv beside it")
  private Path data = Path.of("");

  @Option(
      names = "--tolerances",
      split = ",",
      description = "how near an accepted ghost must be, in distances between the eyes")
  private List<Double> tolerances = List.of(0.06, 0.08, 0.04);

  @Option(names = "--epochs", description = "length of each training")
  private int epochs = 12;

  @Option(names = "--seed", description = "of the people, the order and the annotator's hand")
  private long seed = 1;

  @Option(names = "--runs", description = "folder of the runs; those in it are used again")
  private List<Path> runs = List.of();

  @Option(names = "--report", description = "file to write; nothing is written if left out")
  private List<Path> report = List.of();

  @Override
  public Integer call() throws Exception {
    EffortData faces = EffortData.of(data, seed);
    Path folder = runs.isEmpty() ? Files.createTempDirectory("effort") : runs.getFirst();
    EffortModels models = new EffortModels(faces, folder, epochs);
    Map<Double, List<Outcome>> results = new LinkedHashMap<>();
    for (double tolerance : tolerances) {
      Session session = new Session(faces, models, tolerance, seed);
      List<Outcome> outcomes = new ArrayList<>();
      for (Way way : Way.values()) {
        outcomes.add(session.run(way));
      }
      results.put(tolerance, outcomes);
      System.out.println(EffortReport.table(outcomes));
    }
    for (Path file : report) {
      Files.writeString(file, EffortReport.page(faces, results, epochs, seed));
    }
    return 0;
  }
}
