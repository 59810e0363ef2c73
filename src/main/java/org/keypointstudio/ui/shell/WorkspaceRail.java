package org.keypointstudio.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.StudioAction;
import org.kordamp.ikonli.javafx.FontIcon;

/** The narrow column at the left edge that switches the workspace. */
final class WorkspaceRail extends VBox {

  WorkspaceRail(ObjectProperty<Workspace> workspace, ActionControls controls) {
    super(4);
    getStyleClass().add("workspace-rail");
    ToggleGroup group = new ToggleGroup();
    for (Workspace place : Workspace.values()) {
      StudioAction action = place.action();
      ToggleButton button = new ToggleButton(action.text(), new FontIcon(action.icon()));
      button.setId("rail-" + place.name());
      button.setContentDisplay(ContentDisplay.TOP);
      button.getStyleClass().add("rail-button");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setToggleGroup(group);
      button.setFocusTraversable(false);
      button.setTooltip(controls.tooltip(action));
      button.setOnAction(
          _ -> {
            workspace.set(place);
            button.setSelected(true);
          });
      workspace.subscribe(present -> button.setSelected(present == place));
      getChildren().add(button);
    }
  }
}
