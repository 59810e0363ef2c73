package org.keypointstudio.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.similarity.DuplicateGroups;
import org.keypointstudio.dataset.statistics.ImageFactsTable;
import org.keypointstudio.dataset.statistics.MeasuredImages;
import org.keypointstudio.edit.query.FaceFacts;
import org.keypointstudio.edit.query.FaceOrder;
import org.keypointstudio.edit.query.FaceQuery;
import org.keypointstudio.edit.query.ImageNeed;
import org.keypointstudio.edit.query.QueryException;
import org.keypointstudio.edit.query.QueryWords;
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
            + " \"error(cnn-1)>3\": the row, counted from 0, a tab, and the face's name."
            + " docs/finding-faces.md lists what can be asked.")
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

  @Option(
      names = "--sort",
      paramLabel = "MEASURE",
      description =
          "List the faces by a measure such as labelled, error(NAME), brightness, sharpness,"
              + " interocular or group; with a - before it, the largest first. Faces without it"
              + " come last.")
  private String sort = "";

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
    Question question = question(opened);
    MeasuredImages images = measure(faces, question.needs(), context);
    FaceFacts facts = new LabelledFacts(opened, predictions(faces, context), images);
    List<Integer> rows =
        IntStream.range(0, faces.size())
            .filter(face -> question.query().accepts(facts, face))
            .boxed()
            .toList();
    return new Found(faces, question.order().sort(facts, rows));
  }

  /** Which faces are wanted, and how they are to be sorted. */
  private record Question(FaceQuery query, FaceOrder order) {
    Set<ImageNeed> needs() {
      Set<ImageNeed> needs = EnumSet.noneOf(ImageNeed.class);
      needs.addAll(query.needs());
      needs.addAll(order.needs());
      return needs;
    }
  }

  private Question question(LabelledDataSet opened) throws DataSetException {
    QueryWords words =
        new QueryWords(
            opened.dataSet().schema(),
            models.stream().map(FindCommand::name).toList(),
            FaceLabels.tagsOf(opened.labels()));
    try {
      return new Question(FaceQuery.parse(filter, words), FaceOrder.parse(sort, words));
    } catch (QueryException problem) {
      throw new DataSetException(String.valueOf(problem.getMessage()));
    }
  }

  private static MeasuredImages measure(
      FaceDataSet faces, Set<ImageNeed> needs, TaskContext context) {
    MeasuredImages images = MeasuredImages.NOTHING;
    if (needs.contains(ImageNeed.FACTS)) {
      images = images.with(ImageFactsTable.measure(faces, context));
    }
    if (needs.contains(ImageNeed.DUPLICATES)) {
      images = images.with(DuplicateGroups.find(faces, context));
    }
    return images;
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
}
