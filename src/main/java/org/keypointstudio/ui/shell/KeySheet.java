package org.keypointstudio.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import org.keypointstudio.ui.action.KeyMap;
import org.keypointstudio.ui.action.KeyText;
import org.keypointstudio.ui.action.StudioAction;

/** All keys in force, made from the actions themselves, and what the mouse does. */
final class KeySheet extends ScrollPane {

  KeySheet() {
    setFitToWidth(true);
  }

  /** Shows these keys. */
  void show(KeyMap keys) {
    List<StudioAction> actions =
        Arrays.stream(StudioAction.values())
            .filter(action -> !keys.keys(action).isEmpty())
            .toList();
    int half = (actions.size() + 1) / 2;
    setContent(
        new FlowPane(
            40,
            24,
            grid(keys, actions.subList(0, half)),
            grid(keys, actions.subList(half, actions.size())),
            mouse()));
  }

  private static GridPane grid(KeyMap keys, List<StudioAction> actions) {
    GridPane grid = new GridPane(24, 6);
    for (StudioAction action : actions) {
      grid.addRow(
          grid.getRowCount(),
          new Label(action.text()),
          keyLabel(KeyText.of(keys.keys(action)).replace(" or ", "  or  ")));
    }
    return grid;
  }

  private static GridPane mouse() {
    GridPane grid = new GridPane(24, 6);
    String[][] habits = {
      {"Select or drag a keypoint", "Left button"},
      {"Select several keypoints", "Drag a frame about them"},
      {"Select one more, or one less", "Shift or Ctrl and click"},
      {"Turn the selection", "Alt and wheel, or its round handle"},
      {"Scale the selection", "Alt, Shift and wheel, or a corner"},
      {"Place the chosen keypoint", "Click"},
      {"Accept a ghost", "Double click on it"},
      {"Place as occluded, while guided", "Shift and click"},
      {"Undo or redo up to a step", "Click in the history"},
      {"Type a coordinate", "Double click in the table"},
      {"Visible or occluded", "Right click"},
      {"Zoom at the cursor", "Wheel"},
      {"Pan", "Middle button, or Space and drag"},
      {"Fit the face", "Double click"},
      {"Next keypoint, on the canvas", "Tab"},
      {"Open a data set", "Drop a file on the window"},
    };
    for (int row = 0; row < habits.length; row++) {
      grid.addRow(row, new Label(habits[row][0]), keyLabel(habits[row][1]));
    }
    return grid;
  }

  private static Label keyLabel(String text) {
    Label label = new Label(text);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    return label;
  }
}
