package org.keypointstudio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.audit.next.FaceSuggester;
import org.keypointstudio.audit.next.FaceSuggestion;
import org.keypointstudio.audit.next.SuggestionTable;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.dataset.similarity.EdgeDirections;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.task.TaskContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which faces to label next. */
@Command(
    name = "next",
    description =
        "List the faces with missing keypoints that are most worth labelling: they tell most of all"
            + " the others, which look like them and of which the models are unsure."
            + " Without a model, the faces to begin with.",
    footer = {
      "",
      "Several models are a committee that is asked where it disagrees; one model alone is asked"
          + " for each face as it is, mirrored, turned and scaled. The table has the columns row"
          + " (counted from 0), gain (the share of what is unknown of all faces that this one"
          + " tells), uncertainty (in distances between the eyes; empty without a model) and"
          + " novelty (0 where the labelled faces tell all of its look, 1 where they tell nothing),"
          + " in the order in which to label the faces."
    })
final class NextCommand implements Callable<Integer> {
  private final DataSets store;
  private final PredictorLoader loader;
  private final Console console;

  @Option(names = "--data", required = true, paramLabel = "PATH", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "RUN_DIR",
      description =
          "A run folder of a trained network; may be repeated. Without one, faces are chosen by"
              + " how they look alone.")
  private List<Path> models = new ArrayList<>();

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many faces to list (default: ${DEFAULT-VALUE}).")
  private int count = 20;

  @Option(
      names = "--out",
      paramLabel = "FILE.csv",
      description = "The table to write; without it, it is printed.")
  private @Nullable Path out;

  NextCommand(DataSets store, PredictorLoader loader, Console console) {
    this.store = store;
    this.loader = loader;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (count < 1) {
      throw new DataSetException("--count is %d: ask for at least one face.".formatted(count));
    }
    List<FaceSuggestion> suggestions = console.run(this::suggest);
    Path target = out;
    if (target == null) {
      console.out().print(SuggestionTable.of(suggestions));
    } else {
      AtomicFile.replace(
          target, temporary -> Files.writeString(temporary, SuggestionTable.of(suggestions)));
      console.out().printf("%,d rows are in %s.%n", suggestions.size(), target);
    }
    console.out().flush();
    return CommandLine.ExitCode.OK;
  }

  private List<FaceSuggestion> suggest(TaskContext context) throws IOException {
    FaceDataSet faces = store.open(data, context);
    Path target = out;
    if (target != null && Files.exists(target) && Files.isSameFile(target, faces.path())) {
      throw new DataSetException(
          target + " is the data set itself: name another file for the table.");
    }
    List<KeypointPredictor> predictors = new ArrayList<>();
    try {
      for (Path model : models) {
        predictors.add(load(model, faces));
      }
      return new FaceSuggester(
              faces.schema(), faces::image, face -> EdgeDirections.of(faces.image(face)))
          .suggest(
              IntStream.range(0, faces.size()).mapToObj(faces::annotation).toList(),
              predictors,
              count,
              context);
    } finally {
      predictors.forEach(KeypointPredictor::close);
    }
  }

  private KeypointPredictor load(Path model, FaceDataSet faces) throws IOException {
    KeypointPredictor predictor = loader.load(model);
    if (!predictor.schema().keypointNames().equals(faces.schema().keypointNames())) {
      predictor.close();
      throw new DataSetException(
          "%s places other keypoints than %s has; name a model of the same keypoints."
              .formatted(model, data));
    }
    return predictor;
  }
}
