package org.keypointstudio.ui.task;

import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.Progress;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.thread.LatestValue;
import org.keypointstudio.ui.thread.UiThread;

/** Runs tasks off the window's thread, tells their listeners on it, and lists what runs. */
public final class WindowTaskExecutor implements TaskExecutor {
  private final Executor workers;
  private final UiThread uiThread;
  private final ObservableList<RunningTask> running = FXCollections.observableArrayList();

  /** One view for all: a view that nobody holds would be collected with its listeners. */
  private final ObservableList<RunningTask> runningView =
      FXCollections.unmodifiableObservableList(running);

  /**
   * An executor.
   *
   * @param workers runs the tasks
   * @param uiThread hears of them
   */
  public WindowTaskExecutor(Executor workers, UiThread uiThread) {
    this.workers = workers;
    this.uiThread = uiThread;
  }

  /** The tasks that run or wait, oldest first. To be looked at on the window's thread. */
  public ObservableList<RunningTask> running() {
    return runningView;
  }

  @Override
  public <T> CancelToken execute(BackgroundTask<T> task, TaskListener<? super T> listener) {
    CancelToken token = new CancelToken();
    RunningTask shown = new RunningTask(task.title(), token, InstantSource.system());
    uiThread.execute(() -> running.add(shown));
    LatestValue<Progress> progress =
        new LatestValue<>(
            uiThread,
            value -> {
              shown.update(value);
              listener.onProgress(value);
            });
    TaskContext context = new TaskContext(token, progress::offer);
    workers.execute(() -> run(task, context, listener, shown));
    return token;
  }

  private <T> void run(
      BackgroundTask<T> task,
      TaskContext context,
      TaskListener<? super T> listener,
      RunningTask shown) {
    Runnable outcome;
    try {
      context.throwIfCancelled();
      T result = task.run(context);
      outcome = () -> listener.onSuccess(result);
    } catch (CancellationException _) {
      outcome = listener::onCancelled;
    } catch (Exception problem) {
      outcome = () -> listener.onFailure(problem);
    } catch (OutOfMemoryError problem) {
      outcome =
          () ->
              listener.onFailure(
                  new IllegalStateException(
                      "There is not enough memory for this. Close other data and try again.",
                      problem));
    }
    Runnable finished = outcome;
    uiThread.execute(
        () -> {
          running.remove(shown);
          finished.run();
        });
  }
}
