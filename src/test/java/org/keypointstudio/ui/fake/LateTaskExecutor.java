package org.keypointstudio.ui.fake;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;

/** Lets tasks wait until a test runs them. */
public final class LateTaskExecutor implements TaskExecutor {
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  @Override
  public <T> CancelToken execute(BackgroundTask<T> task, TaskListener<? super T> listener) {
    CancelToken token = new CancelToken();
    waiting.add(() -> run(task, listener, token));
    return token;
  }

  private static <T> void run(
      BackgroundTask<T> task, TaskListener<? super T> listener, CancelToken token) {
    T result;
    try {
      token.throwIfCancelled();
      result = task.run(new TaskContext(token, _ -> {}));
    } catch (CancellationException _) {
      listener.onCancelled();
      return;
    } catch (Exception problem) {
      listener.onFailure(problem);
      return;
    }
    listener.onSuccess(result);
  }

  /** Runs what waits, and what is added meanwhile. */
  public void runAll() {
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }
}
