package org.keypointstudio.bench.active;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learning curves from suggested faces and from faces at random. */
@Command(
    name = "active",
    mixinStandardHelpOptions = true,
    description = "Learning curves from suggested faces and from faces at random.")
public final class ActiveBenchmark implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      description = "training.csv or training.zip with complete rows, groups.csv beside it")
  private Path data = Path.of("");

  @Option(names = "--start", description = "faces that are labelled at the beginning")
  private int start = 20;

  @Option(names = "--per-round", description = "faces that are labelled each time")
  private int perRound = 20;

  @Option(names = "--rounds", description = "how often")
  private int rounds = 4;

  @Option(names = "--epochs", description = "length of each training")
  private int epochs = 150;

  @Option(names = "--seeds", description = "how many beginnings")
  private int seeds = 3;

  @Option(names = "--report", description = "file to write; nothing is written if left out")
  private List<Path> report = List.of();

  @Override
  public Integer call() throws Exception {
    ActiveData faces = ActiveData.of(data, 1);
    LearningCurve.Plan plan = new LearningCurve.Plan(start, perRound, rounds, epochs);
    LearningCurve curve = new LearningCurve(faces, plan);
    Map<Choice, List<List<Double>>> errors = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      errors.put(choice, new ArrayList<>());
    }
    for (int seed = 1; seed <= seeds; seed++) {
      for (Map.Entry<Choice, List<List<Double>>> entry : errors.entrySet()) {
        entry.getValue().add(curve.errors(entry.getKey(), seed));
      }
      System.out.println(ActiveReport.table(plan, errors));
    }
    for (Path file : report) {
      Files.writeString(file, ActiveReport.page(faces, plan, seeds, errors, command(file)));
    }
    return 0;
  }

  private String command(Path file) {
    return "active --data faces96/training.zip --start %d --per-round %d --rounds %d --epochs %d --seeds %d --report %s"
        .formatted(start, perRound, rounds, epochs, seeds, file);
  }
}
