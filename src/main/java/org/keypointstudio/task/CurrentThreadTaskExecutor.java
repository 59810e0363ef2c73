package org.keypointstudio.task;

import java.util.concurrent.CancellationException;

/** Runs each task at once on the caller's thread: for the command line and for tests. */
public final class CurrentThreadTaskExecutor implements TaskExecutor {

  @Override
  public <T> CancelToken execute(BackgroundTask<T> task, TaskListener<? super T> listener) {
    CancelToken token = new CancelToken();
    T result;
    try {
      result = task.run(new TaskContext(token, listener::onProgress));
    } catch (CancellationException _) {
      listener.onCancelled();
      return token;
    } catch (Exception problem) {
      listener.onFailure(problem);
      return token;
    }
    listener.onSuccess(result);
    return token;
  }
}
