package org.keypointstudio.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.keypointstudio.ui.action.StudioAction;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sheet of all keys, made from the actions themselves, and what the mouse does. */
final class KeysPane extends BorderPane {

  KeysPane(Runnable close) {
    getStyleClass().add("keys-pane");
    setMaxSize(1160, 600);
    Label title = new Label("Keyboard and mouse");
    title.getStyleClass().add(Styles.TITLE_3);
    Button closeButton = new Button(null, new FontIcon("mdi2c-close"));
    closeButton.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    closeButton.setAccessibleText("Close");
    closeButton.setOnAction(_ -> close.run());
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox head = new HBox(title, spring, closeButton);
    head.setPadding(new Insets(0, 0, 16, 0));
    setTop(head);
    ScrollPane scroll = new ScrollPane(columns());
    scroll.setFitToWidth(true);
    setCenter(scroll);
  }

  private static FlowPane columns() {
    List<StudioAction> actions = List.of(StudioAction.values());
    int half = (actions.size() + 1) / 2;
    return new FlowPane(
        40,
        24,
        keys(actions.subList(0, half)),
        keys(actions.subList(half, actions.size())),
        mouse());
  }

  private static GridPane keys(List<StudioAction> actions) {
    GridPane grid = new GridPane(24, 6);
    for (StudioAction action : actions) {
      grid.addRow(grid.getRowCount(), new Label(action.text()), keyLabel(shown(action)));
    }
    return grid;
  }

  private static String shown(StudioAction action) {
    return action.keys().stream()
        .map(KeyCombination::getDisplayText)
        .collect(Collectors.joining("  or  "))
        .replace('_', ' ');
  }

  private static GridPane mouse() {
    GridPane grid = new GridPane(24, 6);
    String[][] habits = {
      {"Select or drag a keypoint", "Left button"},
      {"Place the chosen keypoint", "Click"},
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
