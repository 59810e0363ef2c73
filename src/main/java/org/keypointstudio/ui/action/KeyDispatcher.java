package org.keypointstudio.ui.action;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Does the action of a key, wherever the focus is. A key may belong to several actions: the first
 * that is available at present is done. While a person types in a field, keys without Ctrl are
 * letters.
 */
public final class KeyDispatcher {
  private final ActionRegistry actions;

  /** A dispatcher to these actions. */
  public KeyDispatcher(ActionRegistry actions) {
    this.actions = actions;
  }

  /** Listens to the keys of a window's scene. */
  public void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, scene.getFocusOwner()));
  }

  private void onKey(KeyEvent event, @Nullable Node focusOwner) {
    boolean typing =
        focusOwner instanceof TextInputControl && !event.isShortcutDown() && !isFunctionKey(event);
    if (!typing && performFirstAvailable(event)) {
      event.consume();
    }
  }

  private static boolean isFunctionKey(KeyEvent event) {
    KeyCode code = event.getCode();
    return code.isFunctionKey();
  }

  private boolean performFirstAvailable(KeyEvent event) {
    for (StudioAction action : StudioAction.values()) {
      boolean matches = action.keys().stream().anyMatch(keys -> keys.match(event));
      if (matches && actions.perform(action)) {
        return true;
      }
    }
    return false;
  }
}
