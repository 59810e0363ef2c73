package org.keypointstudio.ui.thread;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Does something that is asked for often at most once in a while: the first time at once, and what
 * was asked for meanwhile when that while is over. To be used on the window's thread.
 */
public final class Throttle {
  private final Runnable action;
  private final PauseTransition pause;
  private boolean pausing;
  private boolean asked;

  /**
   * A throttle.
   *
   * @param least time between two calls of the action
   */
  public Throttle(java.time.Duration least, Runnable action) {
    this.action = action;
    pause = new PauseTransition(Duration.millis((double) least.toMillis()));
    pause.setOnFinished(_ -> onPauseOver());
  }

  /** Does it now, or when the present while is over. */
  public void ask() {
    if (pausing) {
      asked = true;
    } else {
      now();
    }
  }

  /** Does it now in any case. */
  public void now() {
    asked = false;
    pausing = true;
    pause.playFromStart();
    action.run();
  }

  private void onPauseOver() {
    pausing = false;
    if (asked) {
      now();
    }
  }
}
