package org.keypointstudio.task;

import java.util.function.Consumer;

/**
 * What a running task is given.
 *
 * @param cancelToken to be looked at between pieces of work
 * @param progress takes reports; may be called as often as the task likes, from any thread
 */
public record TaskContext(CancelToken cancelToken, Consumer<Progress> progress) {

  /** A context that nobody watches and nobody cancels. */
  public static TaskContext unattended() {
    return new TaskContext(new CancelToken(), ignored -> {});
  }

  /** Reports progress. */
  public void report(long done, long total, String message) {
    progress.accept(new Progress(done, total, message));
  }

  /** Stops the task by a {@link java.util.concurrent.CancellationException} if that was asked. */
  public void throwIfCancelled() {
    cancelToken.throwIfCancelled();
  }
}
