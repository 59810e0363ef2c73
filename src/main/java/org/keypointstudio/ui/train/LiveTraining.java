package org.keypointstudio.ui.train;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.ui.thread.UiThread;

/** The run that goes on, of which there is at most one. */
final class LiveTraining {
  private final TaskExecutor executor;
  private final UiThread uiThread;
  private final TrainingSummary summary = new TrainingSummary();
  private final ReadOnlyObjectWrapper<Optional<TrainingRun>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<RunStatus>> status =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Subscription statusSubscription = Subscription.EMPTY;
  private Optional<TrainingTask> task = Optional.empty();
  private Optional<CancelToken> token = Optional.empty();

  /** Hears of a run, and how it ended when it is no longer the live one. */
  interface Listener {
    /** There is something to know while it goes on. */
    void onNotice(String sentence);

    /** It has a model. */
    void onFinished(RunRecord record);

    /** There is no model, for a reason. */
    void onFailed(Exception problem);

    /** There is no model, as the person wished. */
    void onCancelled();
  }

  LiveTraining(TaskExecutor executor, UiThread uiThread) {
    this.executor = executor;
    this.uiThread = uiThread;
  }

  /**
   * Starts a run.
   *
   * @throws IllegalStateException if one goes on
   */
  void start(
      TrainingRun started, TrainingTask.Launch launch, FaceDataSet dataSet, Listener listener) {
    if (isRunning()) {
      throw new IllegalStateException("One run at a time");
    }
    FrameTrainingListener news = new FrameTrainingListener(uiThread, started, listener::onNotice);
    TrainingTask training = new TrainingTask(launch, started, dataSet, news);
    task = Optional.of(training);
    run.set(Optional.of(started));
    statusSubscription = started.statusProperty().subscribe(now -> show(started, now));
    CancelToken own =
        executor.execute(
            training,
            new TaskListener<RunRecord>() {
              @Override
              public void onSuccess(RunRecord record) {
                news.flush();
                end();
                listener.onFinished(record);
              }

              @Override
              public void onFailure(Exception problem) {
                end();
                listener.onFailed(problem);
              }

              @Override
              public void onCancelled() {
                end();
                listener.onCancelled();
              }
            });
    // An executor that works at once has ended this run by now, and may have begun the next one.
    if (run.get().filter(started::equals).isPresent()) {
      token = Optional.of(own);
    }
  }

  private void show(TrainingRun live, RunStatus now) {
    status.set(Optional.of(now));
    summary.show(live.name(), now);
  }

  private void end() {
    statusSubscription.unsubscribe();
    status.set(Optional.empty());
    run.set(Optional.empty());
    task = Optional.empty();
    token = Optional.empty();
    summary.clear();
  }

  /** Ends the run and keeps its best model. Nothing happens where that is not possible. */
  void stopAndKeepBest() {
    run.get()
        .filter(live -> live.status().canStop())
        .ifPresent(
            live -> {
              live.enter(RunPhase.STOPPING);
              task.ifPresent(TrainingTask::stopAndKeepBest);
            });
  }

  /** Ends the run and leaves nothing of it. Nothing happens where that is not possible. */
  void cancel() {
    run.get()
        .filter(live -> live.status().canCancel())
        .ifPresent(
            live -> {
              live.enter(RunPhase.CANCELLING);
              token.ifPresent(CancelToken::cancel);
            });
  }

  boolean isRunning() {
    return run.get().isPresent();
  }

  /** The run, if one goes on. */
  ReadOnlyObjectProperty<Optional<TrainingRun>> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** The run in one line. */
  TrainingSummary summary() {
    return summary;
  }

  /** Whether a run goes on of whose status something holds. */
  BooleanBinding holds(Predicate<RunStatus> test) {
    return Bindings.createBooleanBinding(() -> status.get().filter(test).isPresent(), status);
  }
}
