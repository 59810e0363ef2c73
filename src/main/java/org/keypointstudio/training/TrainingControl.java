package org.keypointstudio.training;

import java.util.concurrent.atomic.AtomicBoolean;
import org.keypointstudio.task.CancelToken;

/**
 * How a person ends a run early: stop keeps the best model so far, cancel throws the run away. Both
 * are looked at once a batch.
 */
public final class TrainingControl {
  private final CancelToken cancelToken;
  private final AtomicBoolean stop = new AtomicBoolean();

  /** A control whose cancelling is that of a task. */
  public TrainingControl(CancelToken cancelToken) {
    this.cancelToken = cancelToken;
  }

  /** Ends the run after the present batch and keeps the best model. */
  public void stopAndKeepBest() {
    stop.set(true);
  }

  /** Whether the run is to end and keep its best model. */
  public boolean isStopRequested() {
    return stop.get();
  }

  /** Whether the run is to end and be thrown away. */
  public CancelToken cancelToken() {
    return cancelToken;
  }
}
