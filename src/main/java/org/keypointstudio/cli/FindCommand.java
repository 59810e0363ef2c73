package org.keypointstudio.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.edit.query.FaceFacts;
import org.keypointstudio.edit.query.FaceQuery;
import org.keypointstudio.edit.query.QueryException;
import org.keypointstudio.edit.query.QueryWords;
import org.keypointstudio.evaluation.Evaluation;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.prediction.WholeSet;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the faces that a person looks for, as the window's filter does. */
@Command(
    name = "find",
    description =
        "List the faces that fit a filter such as \"missing:nose_tip reviewed:no\" or"
            + " \"error(cnn-1)>3\": the row, counted from 0, a tab, and the face's name.")
final class FindCommand implements Callable<Integer> {
  private final DataSets store;
  private final PredictorLoader loader;
  private final Console console;

  @Option(names = "--data", required = true, paramLabel = "PATH", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "RUN_DIR",
      description =
          "A run folder of a trained network, by whose name error(NAME) asks; may be repeated.")
  private List<Path> models = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Parameters(paramLabel = "FILTER", description = "What to look for.")
  private String filter = "";

  FindCommand(DataSets store, PredictorLoader loader, Console console) {
    this.store = store;
    this.loader = loader;
    this.console = console;
  }

  /** The faces that fit, and their data set. */
  private record Found(FaceDataSet faces, List<Integer> rows) {}

  @Override
  public Integer call() throws Exception {
    Found found = console.run(this::find);
    if (json) {
      var result = Json.object();
      result.put("filter", filter);
      result.put("faces", found.faces().size());
      ArrayNode rows = result.putArray("rows");
      found.rows().forEach(rows::add);
      Json.print(console, result);
    } else {
      for (int row : found.rows()) {
        console.out().println(row + "\t" + found.faces().face(row).name());
      }
      console.out().flush();
    }
    return CommandLine.ExitCode.OK;
  }

  private Found find(TaskContext context) throws IOException {
    LabelledDataSet opened = store.openLabelled(data, context);
    FaceDataSet faces = opened.dataSet();
    FaceQuery query = parse(opened);
    Facts facts = new Facts(opened, predictions(faces, context));
    return new Found(
        faces,
        IntStream.range(0, faces.size())
            .filter(face -> query.accepts(facts, face))
            .boxed()
            .toList());
  }

  private FaceQuery parse(LabelledDataSet opened) throws DataSetException {
    try {
      return FaceQuery.parse(
          filter,
          new QueryWords(
              opened.dataSet().schema(),
              models.stream().map(FindCommand::name).toList(),
              FaceLabels.tagsOf(opened.labels())));
    } catch (QueryException problem) {
      throw new DataSetException(String.valueOf(problem.getMessage()));
    }
  }

  private static String name(Path runFolder) {
    return String.valueOf(runFolder.toAbsolutePath().normalize().getFileName());
  }

  private Map<String, List<Annotation>> predictions(FaceDataSet faces, TaskContext context)
      throws IOException {
    Map<String, List<Annotation>> predictions = new LinkedHashMap<>();
    for (Path model : models) {
      try (KeypointPredictor predictor = loader.load(model)) {
        if (!predictor.schema().keypointNames().equals(faces.schema().keypointNames())) {
          throw new DataSetException(
              "%s places other keypoints than %s has; name a model of the same keypoints."
                  .formatted(model, data));
        }
        predictions.put(
            name(model), WholeSet.predict(predictor, faces.size(), faces::image, context));
      }
    }
    return predictions;
  }

  /** What is known of the faces on disk. */
  private record Facts(LabelledDataSet opened, Map<String, List<Annotation>> predictions)
      implements FaceFacts {
    @Override
    public String name(int face) {
      return opened.dataSet().face(face).name();
    }

    @Override
    public FaceLabels labels(int face) {
      return opened.labels().get(face);
    }

    @Override
    public boolean isUnsaved(int face) {
      return false;
    }

    @Override
    public OptionalDouble error(String model, int face) {
      List<Annotation> answers = predictions.getOrDefault(model, List.of());
      return answers.isEmpty()
          ? OptionalDouble.empty()
          : Evaluation.rmseOfFace(
              opened.dataSet().schema(), labels(face).annotation(), answers.get(face));
    }
  }
}
