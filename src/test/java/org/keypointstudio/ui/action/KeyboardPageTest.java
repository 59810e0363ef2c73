package org.keypointstudio.ui.action;

import static org.keypointstudio.documents.GeneratedPage.cell;

import java.io.IOException;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.keypointstudio.documents.GeneratedPage;

/** The page of keys is made from the actions. */
class KeyboardPageTest {

  @Test
  void docs_keyboard_names_every_action_and_its_keys() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            These are the keys that the program comes with. F1 shows those in force, with what the mouse does;
            "Change keys…" in the Help menu changes them. On macOS, Ctrl is ⌘. A key that stands at several actions
            does the one that is possible where you are.

            | action | keys |
            |---|---|
            """);
    for (StudioAction action : StudioAction.values()) {
      page.append("| %s | %s |\n".formatted(cell(action.text()), keys(action)));
    }
    new GeneratedPage("docs/keyboard.md").holdsBelow("Keyboard", page.toString());
  }

  /** As on Linux and Windows, wherever the test runs. */
  private static String keys(StudioAction action) {
    return action.usualKeys().stream()
        .map(KeyCombination::getName)
        .map(name -> name.replace("Shortcut", "Ctrl").replace("Shift+Ctrl", "Ctrl+Shift"))
        .map(name -> name.replace('_', ' ').replace("'", ""))
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(" or "));
  }
}
