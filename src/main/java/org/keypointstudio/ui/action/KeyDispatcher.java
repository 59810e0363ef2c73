package org.keypointstudio.ui.action;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Does the action of a key, wherever the focus is. A key may belong to several actions: the first
 * that is available at present is done. While a person types in a field, keys without Ctrl are
 * letters, and what edits text edits the field's.
 */
public final class KeyDispatcher {
  private static final Set<KeyCode> TEXT_EDITING =
      Set.of(
          KeyCode.A,
          KeyCode.C,
          KeyCode.V,
          KeyCode.X,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.DELETE,
          KeyCode.BACK_SPACE);

  private final ActionRegistry actions;
  private final KeyRecorder recorder;
  private boolean taken;

  /**
   * A dispatcher to these actions.
   *
   * @param recorder takes keys while it waits for one
   */
  public KeyDispatcher(ActionRegistry actions, KeyRecorder recorder) {
    this.actions = actions;
    this.recorder = recorder;
  }

  /** Listens to the keys of a window's scene. */
  public void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, scene.getFocusOwner()));
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
  }

  private void onKey(KeyEvent event, @Nullable Node focusOwner) {
    boolean forField = focusOwner instanceof TextInputControl field && belongsToField(event, field);
    if (recorder.offer(event) || (!forField && performFirstAvailable(event))) {
      event.consume();
    }
    taken = event.isConsumed();
  }

  /** The letter of a key that led into a text field must not be written there. */
  private void onTyped(KeyEvent event) {
    if (taken) {
      event.consume();
    }
  }

  private static boolean belongsToField(KeyEvent event, TextInputControl field) {
    KeyCode code = event.getCode();
    if (!event.isShortcutDown()) {
      return !code.isFunctionKey();
    }
    return TEXT_EDITING.contains(code)
        || (code == KeyCode.Z && field.isUndoable())
        || (code == KeyCode.Y && field.isRedoable());
  }

  private boolean performFirstAvailable(KeyEvent event) {
    for (StudioAction action : StudioAction.values()) {
      boolean matches = actions.keys(action).stream().anyMatch(keys -> keys.match(event));
      if (matches && actions.perform(action)) {
        return true;
      }
    }
    return false;
  }
}
