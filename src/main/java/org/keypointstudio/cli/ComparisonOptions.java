package org.keypointstudio.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.evaluation.comparison.ComparisonException;
import org.keypointstudio.evaluation.comparison.FaceChoice;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.project.compare.ComparedRuns;
import org.keypointstudio.project.compare.ComparisonRequest;
import org.keypointstudio.project.compare.RunComparer;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of commands that compare runs. */
final class ComparisonOptions {
  @Parameters(
      paramLabel = "RUN_DIR",
      arity = "0..*",
      description = "The run folders of trained networks, one or more.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = "--before",
      paramLabel = "RUN_DIR",
      description = "The run that was trained before the labels were corrected.")
  private @Nullable Path before;

  @Option(
      names = "--after",
      paramLabel = "RUN_DIR",
      description =
          "The run that was trained after it. Both are scored on the labels of --data, so name the"
              + " corrected ones there; the faces that got better and worse are listed.")
  private @Nullable Path after;

  @Option(names = "--data", required = true, paramLabel = "PATH", description = "The data set.")
  private Path data = Path.of("");

  @Mixin private GroupsOption groups = new GroupsOption();

  @Option(
      names = "--faces",
      paramLabel = "CHOICE",
      defaultValue = "held-out",
      converter = ChoiceConverter.FaceChoices.class,
      completionCandidates = ChoiceConverter.FaceChoices.class,
      description =
          "Which faces to score: held-out, those that none of the runs has learned from; training,"
              + " those that all have; or all. Default: held-out.")
  private FaceChoice choice = FaceChoice.HELD_OUT;

  @Option(
      names = "--flip-average",
      description = "Take the middle of the answers for the face and for its mirror image.")
  private boolean flipAverage;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /** What was compared, and the faces that it was compared on. */
  record Result(ComparedRuns runs, FaceDataSet faces) {}

  /**
   * Compares.
   *
   * @throws CommandLine.ParameterException if it is not clear which runs are meant
   * @throws IOException with a sentence for the person if something cannot be read or does not fit
   */
  Result compare(DataSets store, PredictorLoader loader, TaskContext context)
      throws IOException, ComparisonException {
    List<Path> wanted = runs();
    LabelledDataSet opened = store.openLabelled(data, context);
    FaceDataSet faces = opened.dataSet();
    ComparisonRequest request =
        new ComparisonRequest(wanted, opened, groups.of(faces), choice, flipAverage);
    return new Result(new RunComparer(loader).compare(request, context), faces);
  }

  /** Whether one run is held against an earlier one. */
  boolean isBeforeAndAfter() {
    return before != null;
  }

  private List<Path> runs() {
    if (Optional.ofNullable(before).isPresent() != Optional.ofNullable(after).isPresent()) {
      throw wrong("--before and --after belong together: name both runs.");
    }
    if (before != null && after != null) {
      if (!runs.isEmpty()) {
        throw wrong("Name either runs or --before and --after, not both.");
      }
      return List.of(before, after);
    }
    if (runs.isEmpty()) {
      throw wrong("Name one run folder or more, or --before and --after.");
    }
    return runs;
  }

  private CommandLine.ParameterException wrong(String sentence) {
    return Usage.wrong(spec, new IllegalArgumentException(sentence));
  }
}
