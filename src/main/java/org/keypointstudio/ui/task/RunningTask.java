package org.keypointstudio.ui.task;

import java.time.Duration;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.Progress;

/** One task at work, as the window shows it. Lives on the window's thread. */
public final class RunningTask {
  private final String title;
  private final CancelToken cancelToken;
  private final InstantSource clock;
  private final long startedMillis;
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper remaining = new ReadOnlyStringWrapper("");

  RunningTask(String title, CancelToken cancelToken, InstantSource clock) {
    this.title = title;
    this.cancelToken = cancelToken;
    this.clock = clock;
    this.startedMillis = clock.millis();
  }

  void update(Progress progress) {
    fraction.set(progress.fraction());
    message.set(progress.message());
    remaining.set(
        RemainingTime.of(Duration.ofMillis(clock.millis() - startedMillis), progress.fraction()));
  }

  /** What is being done. */
  public String title() {
    return title;
  }

  /** The finished share, 0 to 1; −1 while unknown. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /** The present step. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** The estimated time to the end; empty while unknown. */
  public ReadOnlyStringProperty remainingProperty() {
    return remaining.getReadOnlyProperty();
  }

  /** Asks the task to stop. */
  public void cancel() {
    cancelToken.cancel();
  }
}
