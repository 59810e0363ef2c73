package org.keypointstudio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.dataset.folder.FolderDataSet;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.cleaning.Cleaner;
import org.keypointstudio.project.cleaning.CleaningPlan;
import org.keypointstudio.project.cleaning.CleaningReport;
import org.keypointstudio.project.cleaning.CleaningRule;
import org.keypointstudio.project.cleaning.CleaningRules;
import org.keypointstudio.project.cleaning.CleaningRulesFile;
import org.keypointstudio.project.cleaning.ShippedCleaning;
import org.keypointstudio.project.labels.ArrangedDataSet;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Repairs labels and leaves rows out by rule, into a copy. */
@Command(
    name = "clean",
    description =
        "Find rows that are wrong as a whole (no points, points outside the image, duplicates,"
            + " missing images) and write a copy without them, repaired by rules.",
    footer = {
      "",
      "The data set itself is never changed. A report tells every row with the points before and"
          + " after; given as --rules, it is replayed: the same is done again to the same data set,"
          + " with the choices that a person made in the window. docs/cleaning.md describes the"
          + " rules."
    })
final class CleanCommand implements Callable<Integer> {
  private final DataSets store;
  private final Console console;
  private final CleaningReport reports = new CleaningReport();

  @Option(names = "--data", required = true, paramLabel = "PATH", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "Rules in JSON, or the report of an earlier cleaning; the program's usual rules unless"
              + " given.")
  private Optional<Path> rules = Optional.empty();

  @ArgGroup(multiplicity = "1")
  private Target target = new Target();

  /** Where to, or nowhere; exactly one of the two is given. */
  private static final class Target {
    @Option(names = "--out", paramLabel = "PATH", description = "The copy to write.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--dry-run", description = "Tell what would be done, and write no copy.")
    private boolean dryRun;
  }

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write what was done (what would be done, with --dry-run), in JSON.")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--json", description = "Print the report.")
  private boolean json;

  CleanCommand(DataSets store, Console console) {
    this.store = store;
    this.console = console;
  }

  /**
   * What was done.
   *
   * @param kept faces in the copy
   * @param messages sentences about the copy
   */
  private record Result(FaceDataSet faces, CleaningPlan plan, int kept, List<String> messages) {}

  @Override
  public Integer call() throws Exception {
    Result result = console.run(this::clean);
    if (json) {
      Json.print(console, reports.toJson(result.plan(), result.faces()));
    } else {
      print(result);
    }
    result.messages().forEach(console.err()::println);
    return CommandLine.ExitCode.OK;
  }

  private Result clean(TaskContext context) throws IOException {
    LabelledDataSet opened = store.openLabelled(data, context);
    CleaningPlan plan = plan(opened, context);
    List<FaceLabels> cleaned = plan.allAfter(opened.labels());
    BitSet excluded = FaceLabels.excludedOf(cleaned);
    int kept = cleaned.size() - excluded.cardinality();
    List<String> messages = new ArrayList<>();
    if (target.out.isPresent()) {
      messages.addAll(
          store.labels().saveWithout(opened, cleaned, excluded::get, target.out.get(), context));
      if (ArrangedDataSet.stored(opened.dataSet()) instanceof FolderDataSet
          && !isBesideData(target.out.get())) {
        messages.add(
            "%s names its images as %s does: move it there, or take the images along."
                .formatted(target.out.get(), opened.dataSet().path().getFileName()));
      }
    }
    if (report.isPresent()) {
      byte[] content = reports.write(plan, opened.dataSet());
      AtomicFile.replace(report.get(), temporary -> Files.write(temporary, content));
    }
    return new Result(opened.dataSet(), plan, kept, messages);
  }

  private boolean isBesideData(Path copy) {
    Path source = data.toAbsolutePath().normalize();
    Path folder = Files.isDirectory(source) ? source : source.getParent();
    return folder != null && folder.equals(copy.toAbsolutePath().normalize().getParent());
  }

  private CleaningPlan plan(LabelledDataSet opened, TaskContext context) throws IOException {
    if (rules.isEmpty()) {
      return plan(ShippedCleaning.usual(), opened, context);
    }
    String name = rules.get().toString();
    byte[] content = content(rules.get());
    return reports.isReport(content)
        ? reports.read(name, content, opened.dataSet(), opened.labels())
        : plan(new CleaningRulesFile().read(name, content), opened, context);
  }

  private static CleaningPlan plan(
      CleaningRules chosen, LabelledDataSet opened, TaskContext context) {
    return Cleaner.plan(chosen, opened.dataSet(), opened.labels(), context);
  }

  private static byte[] content(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException problem) {
      throw new DataSetException(
          "There are no rules %s: name a JSON file, or leave --rules out for the usual ones."
              .formatted(file),
          problem);
    }
  }

  private void print(Result result) {
    CleaningPlan plan = result.plan();
    console.out().printf("%-52s %9s %9s %9s%n", "rule", "excluded", "repaired", "undecided");
    for (int index = 0; index < plan.rules().rules().size(); index++) {
      CleaningRule rule = plan.rules().rules().get(index);
      CleaningPlan.Count count = plan.count(index);
      console
          .out()
          .printf(
              "%-52s %,9d %,9d %,9d%n",
              rule.describe(), count.excluded(), count.repaired(), count.undecided());
    }
    String verb =
        target.dryRun ? "would be kept" : "written to " + target.out.map(Path::toString).orElse("");
    console.out().printf("%,d of %,d faces %s%n", result.kept(), result.faces().size(), verb);
    if (!plan.undecided().isEmpty()) {
      console
          .out()
          .printf(
              "%,d images have several rows with differing labels, of which all are kept: choose by"
                  + " picture in the window, or have a rule decide%n",
              plan.undecided().size());
    }
    console.out().flush();
  }
}
