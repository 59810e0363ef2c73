package org.keypointstudio.ui.train;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.prediction.FlipAveragingPredictor;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.MirroredPredictor;
import org.keypointstudio.prediction.PredictionSet;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.prediction.WholeSet;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Lets models predict all faces of the open data set in the background, and again when the person
 * chooses another way of predicting. Predictions are kept with their model.
 */
public final class ModelPredictions {
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
    boolean flipAveraging = session.flipAveragingProperty().get();
    predict(
        model,
        "Predicting with " + model.name(),
        flipAveraging ? FlipAveragingPredictor::new : predictor -> predictor,
        predictions -> {
          if (flipAveraging == session.flipAveragingProperty().get()) {
            model.predictionsProperty().set(Optional.of(predictions));
          }
        });
  }

  /**
   * Predicts all faces mirrored, which tells how sure the model is of each, and puts that into the
   * model's entry. A failure is told to the person.
   */
  public void predictMirrored(ModelEntry model) {
    predict(
        model,
        "Asking how sure " + model.name() + " is",
        MirroredPredictor::new,
        predictions -> model.mirroredProperty().set(Optional.of(predictions)));
  }

  private void predict(
      ModelEntry model,
      String title,
      UnaryOperator<KeypointPredictor> way,
      Consumer<PredictionSet> taker) {
    session
        .openDataSet()
        .ifPresent(
            data ->
                executor.execute(
                    BackgroundTask.of(
                        title, context -> predictAll(model, data.dataSet(), way, context)),
                    new TaskListener<PredictionSet>() {
                      @Override
                      public void onSuccess(PredictionSet predictions) {
                        if (session.models().contains(model)) {
                          taker.accept(predictions);
                        }
                      }

                      @Override
                      public void onFailure(Exception problem) {
                        notifications.problem(
                            Problems.sentence(
                                "The predictions of " + model.name() + " could not be made",
                                problem));
                      }
                    }));
  }

  private PredictionSet predictAll(
      ModelEntry model,
      FaceDataSet dataSet,
      UnaryOperator<KeypointPredictor> way,
      TaskContext context)
      throws IOException {
    context.report(0, dataSet.size(), "Loading the model");
    try (KeypointPredictor predictor = way.apply(loader.load(model.runFolder()))) {
      return new PredictionSet(
          model.name(), WholeSet.predict(predictor, dataSet.size(), dataSet::image, context));
    }
  }
}
