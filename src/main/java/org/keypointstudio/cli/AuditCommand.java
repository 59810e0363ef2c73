package org.keypointstudio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.audit.SuspicionKind;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.project.audit.AuditException;
import org.keypointstudio.project.audit.AuditSettings;
import org.keypointstudio.project.audit.Auditor;
import org.keypointstudio.project.audit.KeptLabels;
import org.keypointstudio.project.audit.KeptLabelsFile;
import org.keypointstudio.project.audit.ModelAuditor;
import org.keypointstudio.project.audit.OutOfFoldAuditor;
import org.keypointstudio.project.audit.ShapeAuditor;
import org.keypointstudio.project.audit.SuspectsTable;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.Trainer;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds labels that are probably wrong. */
@Command(
    name = "audit",
    description =
        "Rank all labelled points by how likely they are wrong: moved, swapped, exchanged, or"
            + " labels of another face.",
    footer = {
      "",
      "Small models are trained, each of which judges the faces that it has not learned from.",
      "The file has the columns "
          + SuspectsTable.HEADER
          + ", the most suspicious point first. Rows are counted from 0, as in groups.csv. The"
          + " score is the natural logarithm of the odds that the label is wrong, so above 0 it is"
          + " rather wrong than right. Kinds: disagreement, shape, swap, exchange, other-face,"
          + " duplicate, outside, coincident. Labels that you kept as right in the window are left"
          + " out for as long as they stay where they were. The data set is only read."
    })
final class AuditCommand implements Callable<Integer> {
  private static final double SECONDS_PER_MINUTE = 60;

  private final DataSets store;
  private final Trainer trainer;
  private final PredictorLoader loader;
  private final Console console;

  @Option(names = "--data", required = true, paramLabel = "PATH", description = "The data set.")
  private Path data = Path.of("");

  @Mixin private GroupsOption groups = new GroupsOption();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.csv",
      description = "The file to write.")
  private Path out = Path.of("");

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "How many models share the faces. Default: ${DEFAULT-VALUE}.",
      defaultValue = "3")
  private int folds;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Training time of all models together. Default: ${DEFAULT-VALUE}.",
      defaultValue = "9")
  private double minutes;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the folds and the training. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed;

  @ArgGroup private Instead instead = new Instead();

  /** What looks at the labels if no models are to be trained. */
  static final class Instead {
    @Option(
        names = "--model",
        paramLabel = "RUN_DIR",
        description =
            "Train nothing and ask this trained network. If it has learned from the labels, it"
                + " repeats some of their errors.")
    private @Nullable Path model;

    @Option(
        names = "--shape-only",
        description =
            "Train nothing and look at the shape of the faces alone: seconds instead of minutes,"
                + " but small moves and labels of another face are missed.")
    private boolean shapeOnly;
  }

  AuditCommand(DataSets store, Trainer trainer, PredictorLoader loader, Console console) {
    this.store = store;
    this.trainer = trainer;
    this.loader = loader;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    AuditSettings settings = settings();
    AuditResult result = console.run(context -> audit(settings, context));
    result.notes().forEach(console.err()::println);
    console.err().flush();
    List<Suspicion> wrong = result.probablyWrong();
    console
        .out()
        .printf(
            "%,d labelled points are ranked in %s; %,d of them, on %,d faces, are probably"
                + " wrong.%n",
            result.ranking().size(),
            out,
            wrong.size(),
            wrong.stream().mapToInt(Suspicion::face).distinct().count());
    byKind(wrong)
        .forEach((kind, points) -> console.out().printf("%8d  %s%n", points, kind.displayName()));
    console.out().flush();
    return CommandLine.ExitCode.OK;
  }

  private AuditSettings settings() throws AuditException {
    if (!(minutes > 0 && Double.isFinite(minutes))) {
      throw new AuditException(
          "The training time must be a number of minutes above 0, but is %s.".formatted(minutes));
    }
    try {
      return new AuditSettings(
          folds, Duration.ofMillis(Math.round(1000 * SECONDS_PER_MINUTE * minutes)), seed);
    } catch (IllegalArgumentException problem) {
      throw new AuditException(String.valueOf(problem.getMessage()), problem);
    }
  }

  private AuditResult audit(AuditSettings settings, TaskContext context)
      throws IOException, AuditException {
    LabelledDataSet opened = store.openLabelled(data, context);
    if (Files.exists(out) && Files.isSameFile(out, opened.dataSet().path())) {
      throw new AuditException(out + " is the data set itself: name another file for the ranking.");
    }
    // Read first: a file that cannot be understood is told of at once and not after minutes.
    KeptLabels kept =
        KeptLabelsFile.in(store.labels().project(opened.dataSet().path()).audit()).read();
    AuditResult result =
        withoutKept(
            auditor()
                .audit(
                    opened.dataSet(),
                    opened.labels(),
                    groups.of(opened.dataSet()),
                    settings,
                    context),
            kept,
            opened);
    SuspectsTable.write(out, opened.dataSet().schema(), result.ranking());
    return result;
  }

  private static AuditResult withoutKept(
      AuditResult result, KeptLabels kept, LabelledDataSet opened) {
    List<Suspicion> ranking =
        kept.withoutThese(result.ranking(), opened.dataSet().schema(), opened.labels());
    int left = result.ranking().size() - ranking.size();
    if (left == 0) {
      return result;
    }
    List<String> notes = new ArrayList<>(result.notes());
    notes.add(
        left == 1
            ? "One label that you kept as right is left out."
            : "%,d labels that you kept as right are left out.".formatted(left));
    return new AuditResult(ranking, notes);
  }

  private Auditor auditor() {
    Path model = instead.model;
    if (model != null) {
      return new ModelAuditor(loader, model);
    }
    return instead.shapeOnly ? new ShapeAuditor() : new OutOfFoldAuditor(trainer, loader);
  }

  private static Map<SuspicionKind, Long> byKind(List<Suspicion> wrong) {
    return wrong.stream()
        .collect(Collectors.groupingBy(Suspicion::kind, TreeMap::new, Collectors.counting()));
  }
}
