package org.keypointstudio.ui.thread;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries values from any thread to the window's, at most one a frame: of several values that come
 * between two frames, only the latest arrives.
 *
 * @param <T> the values
 */
public final class LatestValue<T> {
  private final UiThread uiThread;
  private final Consumer<? super T> receiver;
  private final AtomicReference<@Nullable T> pending = new AtomicReference<>();

  /** A carrier to a receiver, which is called on the window's thread. */
  public LatestValue(UiThread uiThread, Consumer<? super T> receiver) {
    this.uiThread = uiThread;
    this.receiver = receiver;
  }

  /** Hands over a value. May be called from any thread, as often as one likes. */
  public void offer(T value) {
    if (pending.getAndSet(value) == null) {
      uiThread.onNextFrame(this::deliver);
    }
  }

  private void deliver() {
    T value = pending.getAndSet(null);
    if (value != null) {
      receiver.accept(value);
    }
  }
}
