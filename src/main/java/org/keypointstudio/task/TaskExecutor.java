package org.keypointstudio.task;

/** Runs tasks somewhere and tells a listener. */
public interface TaskExecutor {

  /**
   * Starts a task, or queues it.
   *
   * @return the token that cancels it
   */
  <T> CancelToken execute(BackgroundTask<T> task, TaskListener<? super T> listener);
}
