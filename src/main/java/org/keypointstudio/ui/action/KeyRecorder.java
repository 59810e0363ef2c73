package org.keypointstudio.ui.action;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Takes the next key that is pressed, instead of its action being done. */
public final class KeyRecorder {
  private static final KeyCombination STOP = new KeyCodeCombination(KeyCode.ESCAPE);

  private final ReadOnlyObjectWrapper<Optional<StudioAction>> awaiting =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Consumer<KeyCombination> receiver = _ -> {};

  /** The next key goes to the receiver; Esc alone stops the wait. */
  public void await(StudioAction action, Consumer<KeyCombination> nextReceiver) {
    receiver = nextReceiver;
    awaiting.set(Optional.of(action));
  }

  /** Waits no more. */
  public void stop() {
    awaiting.set(Optional.empty());
  }

  /** Gives a key that was pressed; tells whether it was waited for. */
  boolean offer(KeyEvent event) {
    if (awaiting.get().isEmpty()) {
      return false;
    }
    KeyText.pressed(event)
        .ifPresent(
            key -> {
              stop();
              if (!STOP.equals(key)) {
                receiver.accept(key);
              }
            });
    return true;
  }

  /** The action whose key is waited for; empty if none is. */
  public ReadOnlyObjectProperty<Optional<StudioAction>> awaitingProperty() {
    return awaiting.getReadOnlyProperty();
  }
}
