package org.keypointstudio.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request to stop, set by one thread and looked at by another. */
public final class CancelToken {
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /** Asks the work to stop. */
  public void cancel() {
    cancelled.set(true);
  }

  /** Whether the work was asked to stop. */
  public boolean isCancelled() {
    return cancelled.get();
  }

  /**
   * Stops the work if that was asked for.
   *
   * @throws CancellationException if so
   */
  public void throwIfCancelled() {
    if (isCancelled()) {
      throw new CancellationException("cancelled");
    }
  }
}
