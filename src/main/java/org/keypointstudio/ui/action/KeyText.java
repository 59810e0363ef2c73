package org.keypointstudio.ui.action;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/** Keys as people read and press them. */
public final class KeyText {
  private KeyText() {}

  /** "Ctrl+Shift+P". */
  public static String of(KeyCombination key) {
    return key.getDisplayText().replace('_', ' ');
  }

  /** "Ctrl+Y or Ctrl+Shift+Z", or an empty text. */
  public static String of(List<KeyCombination> keys) {
    return keys.stream().map(KeyText::of).collect(Collectors.joining(" or "));
  }

  /**
   * The combination that was pressed.
   *
   * @return empty while only Ctrl, Shift, Alt or their like are down, and for keys without a name
   */
  public static Optional<KeyCombination> pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.UNDEFINED || code.isModifierKey()) {
      return Optional.empty();
    }
    boolean shortcutIsControl = event.isShortcutDown() && event.isControlDown();
    boolean shortcutIsMeta = event.isShortcutDown() && event.isMetaDown() && !shortcutIsControl;
    return Optional.of(
        new KeyCodeCombination(
            code,
            value(event.isShiftDown()),
            value(event.isControlDown() && !shortcutIsControl),
            value(event.isAltDown()),
            value(event.isMetaDown() && !shortcutIsMeta),
            value(event.isShortcutDown())));
  }

  private static ModifierValue value(boolean down) {
    return down ? ModifierValue.DOWN : ModifierValue.UP;
  }
}
