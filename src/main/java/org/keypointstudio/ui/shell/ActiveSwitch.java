package org.keypointstudio.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.canvas.FaceNavigator;

/** A switch of whichever view is on show: it shows that view's state, and switches it. */
final class ActiveSwitch {
  private final BooleanProperty state = new SimpleBooleanProperty();
  private final CanvasSwitch which;

  /**
   * A switch.
   *
   * @param which state of a view it is
   */
  ActiveSwitch(ObservableValue<FaceNavigator> active, CanvasSwitch which) {
    this.which = which;
    follow(active.getValue());
    active.subscribe(
        (before, now) -> {
          state.unbindBidirectional(before.view().switchProperty(which));
          follow(now);
        });
  }

  private void follow(FaceNavigator navigator) {
    state.bindBidirectional(navigator.view().switchProperty(which));
  }

  BooleanProperty state() {
    return state;
  }
}
