package org.keypointstudio.ui.shell;

import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceNavigator;

/** A switch of whichever view is on show: it shows that view's state, and switches it. */
final class ActiveSwitch {
  private final BooleanProperty state = new SimpleBooleanProperty();
  private final Function<CanvasViewModel, BooleanProperty> choice;

  /**
   * A switch.
   *
   * @param choice which state of a view it is
   */
  ActiveSwitch(
      ObservableValue<FaceNavigator> active, Function<CanvasViewModel, BooleanProperty> choice) {
    this.choice = choice;
    follow(active.getValue());
    active.subscribe(
        (before, now) -> {
          state.unbindBidirectional(choice.apply(before.view()));
          follow(now);
        });
  }

  private void follow(FaceNavigator navigator) {
    state.bindBidirectional(choice.apply(navigator.view()));
  }

  BooleanProperty state() {
    return state;
  }
}
