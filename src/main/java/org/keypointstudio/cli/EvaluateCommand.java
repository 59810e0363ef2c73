package org.keypointstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.evaluation.ErrorDistribution;
import org.keypointstudio.evaluation.Evaluation;
import org.keypointstudio.evaluation.KeypointError;
import org.keypointstudio.evaluation.PercentageOfCorrectKeypoints;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.prediction.WholeSet;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a model against labels. */
@Command(
    name = "evaluate",
    description = "Measure a model against the labels of a data set.",
    footer = {
      "",
      "RMSE is Kaggle's: over all labelled coordinates, in pixels. NME is the mean distance divided"
          + " by the distance of the outer eye corners, or of the eye centres where those are not"
          + " labelled. Seconds are those of predicting."
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final double PCK_ALPHA = 0.1;
  private static final double NANOS_PER_SECOND = 1e9;

  private final DataSets store;
  private final PredictorLoader loader;
  private final Console console;

  @Mixin private ModelOnData input = new ModelOnData();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  EvaluateCommand(DataSets store, PredictorLoader loader, Console console) {
    this.store = store;
    this.loader = loader;
    this.console = console;
  }

  /** What was measured, and how long predicting took. */
  private record Result(
      Evaluation evaluation, PercentageOfCorrectKeypoints correct, double seconds) {}

  @Override
  public Integer call() throws Exception {
    Result result = console.run(this::evaluate);
    if (json) {
      Json.print(console, toJson(result));
    } else {
      print(result);
    }
    return CommandLine.ExitCode.OK;
  }

  private Result evaluate(TaskContext context) throws IOException {
    LabelledDataSet opened = store.openLabelled(input.data(), context);
    FaceDataSet faces = opened.dataSet();
    try (KeypointPredictor predictor = input.load(loader)) {
      if (!predictor.schema().keypointNames().equals(faces.schema().keypointNames())) {
        throw new DataSetException(
            "The model places the keypoints of \"%s\", but %s has those of \"%s\": evaluate it on data with the same keypoints."
                .formatted(predictor.schema().name(), input.data(), faces.schema().name()));
      }
      List<Annotation> truths = opened.labels().stream().map(FaceLabels::learnable).toList();
      long start = System.nanoTime();
      List<Annotation> predictions =
          WholeSet.predict(predictor, faces.size(), faces::image, context);
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      return new Result(
          Evaluation.of(faces.schema(), truths, predictions),
          PercentageOfCorrectKeypoints.of(faces.schema(), truths, predictions, PCK_ALPHA),
          seconds);
    }
  }

  private ObjectNode toJson(Result result) {
    Evaluation evaluation = result.evaluation();
    ErrorDistribution distribution = evaluation.distribution();
    ObjectNode object = Json.object();
    object.put("model", input.model().toString());
    object.put("flipAverage", input.flipAverage());
    object.put("data", input.data().toString());
    object.put("faces", evaluation.faces().size());
    Json.put(object, "seconds", result.seconds());
    object.put("labelledKeypoints", evaluation.labelledKeypoints());
    Json.put(object, "rmse", evaluation.rmse());
    Json.put(object, "nme", evaluation.nme());
    object.put("nmeFaces", distribution.faces());
    object.put("nmeExcludedFaces", evaluation.facesWithoutNormaliser());
    double threshold = ErrorDistribution.CUSTOMARY_THRESHOLD;
    Json.put(object, "threshold", threshold);
    Json.put(object, "auc", distribution.areaUnderCurve(threshold));
    Json.put(object, "failureRate", distribution.failureRate(threshold));
    Json.put(object, "pckAlpha", PCK_ALPHA);
    Json.put(object, "pck", result.correct().share());
    ObjectNode keypoints = object.putObject("keypoints");
    for (KeypointError keypoint : evaluation.keypoints()) {
      ObjectNode figures = keypoints.putObject(keypoint.name());
      Json.put(figures, "rmse", keypoint.rmse());
      Json.put(figures, "meanDistance", keypoint.meanDistance());
      figures.put("n", keypoint.faces());
    }
    return object;
  }

  private void print(Result result) {
    Evaluation evaluation = result.evaluation();
    ErrorDistribution distribution = evaluation.distribution();
    double threshold = ErrorDistribution.CUSTOMARY_THRESHOLD;
    console.out().printf("RMSE          %.4f px%n", evaluation.rmse());
    console
        .out()
        .printf(
            "NME           %.4f (%,d faces; %,d have no labelled eyes)%n",
            evaluation.nme(), distribution.faces(), evaluation.facesWithoutNormaliser());
    console.out().printf("AUC@%.2f      %.4f%n", threshold, distribution.areaUnderCurve(threshold));
    console.out().printf("failures      %.2f %%%n", 100 * distribution.failureRate(threshold));
    console.out().printf("PCK@%.1f       %.2f %%%n", PCK_ALPHA, 100 * result.correct().share());
    console
        .out()
        .printf("faces         %,d in %.2f s%n%n", evaluation.faces().size(), result.seconds());
    console.out().printf("%-28s %9s %9s %7s%n", "keypoint", "RMSE px", "mean px", "n");
    for (KeypointError keypoint : evaluation.keypoints()) {
      console
          .out()
          .printf(
              "%-28s %9.3f %9.3f %7d%n",
              keypoint.name(), keypoint.rmse(), keypoint.meanDistance(), keypoint.faces());
    }
    console.out().flush();
  }
}
