package org.keypointstudio.ui.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.prediction.FlipAveragingPredictor;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.PredictionSet;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.DataSetImages;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Lets models predict all faces of the open data set in the background, and again when the person
 * chooses another way of predicting. Predictions are kept with their model.
 */
public final class ModelPredictions {
  /** So that the images of a large folder are never all in memory. */
  private static final int FACES_AT_ONCE = 512;

  private final StudioSession session;
  private final TaskExecutor executor;
  private final PredictorLoader loader;
  private final Notifications notifications;

  /** Predictions for the data set that a session has open. */
  public ModelPredictions(
      StudioSession session,
      TaskExecutor executor,
      PredictorLoader loader,
      Notifications notifications) {
    this.session = session;
    this.executor = executor;
    this.loader = loader;
    this.notifications = notifications;
    session.flipAveragingProperty().subscribe((_, _) -> session.models().forEach(this::predict));
  }

  /**
   * Predicts all faces of the open data set and puts the predictions into the model's entry. A
   * failure is told to the person.
   */
  public void predict(ModelEntry model) {
    Optional<OpenDataSet> open = session.openDataSet();
    boolean flipAveraging = session.flipAveragingProperty().get();
    open.ifPresent(
        data ->
            executor.execute(
                BackgroundTask.of(
                    "Predicting with " + model.name(),
                    context -> predictAll(model, data.dataSet(), flipAveraging, context)),
                new TaskListener<PredictionSet>() {
                  @Override
                  public void onSuccess(PredictionSet predictions) {
                    if (session.models().contains(model)
                        && flipAveraging == session.flipAveragingProperty().get()) {
                      model.predictionsProperty().set(Optional.of(predictions));
                    }
                  }

                  @Override
                  public void onFailure(Exception problem) {
                    notifications.problem(
                        Problems.sentence(
                            "The predictions of " + model.name() + " could not be made", problem));
                  }
                }));
  }

  private PredictionSet predictAll(
      ModelEntry model, FaceDataSet dataSet, boolean flipAveraging, TaskContext context)
      throws IOException {
    context.report(0, dataSet.size(), "Loading the model");
    List<Annotation> predictions = new ArrayList<>(dataSet.size());
    TaskContext quiet = new TaskContext(context.cancelToken(), _ -> {});
    try (KeypointPredictor predictor = load(model, flipAveraging)) {
      for (int start = 0; start < dataSet.size(); start += FACES_AT_ONCE) {
        int end = Math.min(dataSet.size(), start + FACES_AT_ONCE);
        List<GrayImage> images = DataSetImages.read(dataSet, start, end, quiet);
        predictions.addAll(predictor.predict(images, quiet));
        context.report(end, dataSet.size(), "Predicting");
      }
    }
    return new PredictionSet(model.name(), predictions);
  }

  private KeypointPredictor load(ModelEntry model, boolean flipAveraging) throws IOException {
    KeypointPredictor predictor = loader.load(model.runFolder());
    return flipAveraging ? new FlipAveragingPredictor(predictor) : predictor;
  }
}
