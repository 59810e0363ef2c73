package org.keypointstudio.ui.thread;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The JavaFX application thread. */
public final class FxUiThread implements UiThread {

  @Override
  public void execute(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  @Override
  public void onNextFrame(Runnable action) {
    execute(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                stop();
                action.run();
              }
            }.start());
  }
}
