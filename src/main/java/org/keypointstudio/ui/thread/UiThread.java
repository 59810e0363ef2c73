package org.keypointstudio.ui.thread;

/** The thread that owns the window. A port, so that view models are tested without a window. */
public interface UiThread {

  /** Runs an action on the window's thread, soon. */
  void execute(Runnable action);

  /** Runs an action on the window's thread when the next frame is drawn: for frequent news. */
  void onNextFrame(Runnable action);

  /** Runs everything at once on the caller's thread: for tests and for work without a window. */
  static UiThread direct() {
    return new UiThread() {
      @Override
      public void execute(Runnable action) {
        action.run();
      }

      @Override
      public void onNextFrame(Runnable action) {
        action.run();
      }
    };
  }
}
