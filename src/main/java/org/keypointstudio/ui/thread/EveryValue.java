package org.keypointstudio.ui.thread;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Carries values from any thread to the window's, all that came between two frames together: unlike
 * {@link LatestValue}, none is left out.
 *
 * @param <T> the values
 */
public final class EveryValue<T> {
  private final UiThread uiThread;
  private final Consumer<? super T> receiver;
  private final Queue<T> pending = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean awaited = new AtomicBoolean();

  /** A carrier to a receiver, which is called on the window's thread, in the values' order. */
  public EveryValue(UiThread uiThread, Consumer<? super T> receiver) {
    this.uiThread = uiThread;
    this.receiver = receiver;
  }

  /** Hands over a value. May be called from any thread, as often as one likes. */
  public void offer(T value) {
    pending.add(value);
    if (awaited.compareAndSet(false, true)) {
      uiThread.onNextFrame(this::deliver);
    }
  }

  /** Delivers what waits, without waiting for the frame. To be called on the window's thread. */
  public void flush() {
    for (T value = pending.poll(); value != null; value = pending.poll()) {
      receiver.accept(value);
    }
  }

  private void deliver() {
    // Cleared first: a value that comes while the others are delivered asks for a frame of its own.
    awaited.set(false);
    flush();
  }
}
