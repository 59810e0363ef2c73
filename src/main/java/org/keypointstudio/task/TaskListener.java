package org.keypointstudio.task;

/**
 * Hears of one task. An executor calls all methods on one thread (the window's, where there is a
 * window); after the first of {@code onSuccess}, {@code onFailure}, {@code onCancelled} comes
 * nothing more.
 *
 * @param <T> the task's result
 */
public interface TaskListener<T> {

  /** The task has come further. Reports may be left out when they come too often. */
  default void onProgress(Progress progress) {}

  /** The task is done. */
  void onSuccess(T result);

  /** The task failed. */
  void onFailure(Exception problem);

  /** The task stopped because it was asked to. */
  default void onCancelled() {}
}
