package org.keypointstudio.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.keypointstudio.ui.action.ActionRegistry;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.dock.DockedPanel;
import org.keypointstudio.ui.dock.PanelState;
import org.keypointstudio.ui.dock.PanelSwitches;
import org.keypointstudio.ui.dock.SidePanel;
import org.keypointstudio.ui.dock.SidePanel.Side;
import org.keypointstudio.ui.dock.WindowLayout;
import org.keypointstudio.ui.edit.EditView;
import org.keypointstudio.ui.session.StudioSession;

/** Which side panels each workspace has, and what hides and shows them. */
final class Docks {
  private static final double KEYPOINTS_SHARE = 0.68;

  private final WindowLayout layout;
  private final PanelSwitches switches;

  Docks(WindowLayout layout, StudioSession session, ObjectProperty<Workspace> workspace) {
    this.layout = layout;
    this.switches =
        new PanelSwitches(
            workspace.flatMap(
                place ->
                    session
                        .openDataSetProperty()
                        .map(open -> open.isPresent() ? states(place) : Map.of())));
  }

  private static List<SidePanel> panels(Workspace place) {
    return switch (place) {
      case BROWSE -> List.of(SidePanel.BROWSE_FACTS);
      case EDIT -> List.of(SidePanel.EDIT_FACES, SidePanel.EDIT_KEYPOINTS);
      case TRAIN -> List.of(SidePanel.TRAIN_RUNS, SidePanel.TRAIN_CONFIGURATION);
      case COMPARE -> List.of(SidePanel.COMPARE_SCORES);
      case AUDIT -> List.of(SidePanel.AUDIT_QUEUE, SidePanel.AUDIT_REASONS);
      case STATISTICS -> List.of();
    };
  }

  private Map<Side, PanelState> states(Workspace place) {
    Map<Side, PanelState> states = new EnumMap<>(Side.class);
    panels(place).forEach(panel -> states.put(panel.side(), layout.panel(panel)));
    return states;
  }

  /** Says what the actions do. */
  void bind(ActionRegistry actions) {
    actions.bindToggle(
        StudioAction.LEFT_PANEL, switches.available(Side.LEFT), switches.shownProperty(Side.LEFT));
    actions.bindToggle(
        StudioAction.RIGHT_PANEL,
        switches.available(Side.RIGHT),
        switches.shownProperty(Side.RIGHT));
    actions.bind(
        StudioAction.BOTH_PANELS,
        switches.available(Side.LEFT).or(switches.available(Side.RIGHT)),
        switches::toggleAll);
  }

  /** Docks the side panels of these workspaces, as they were left. */
  void dock(Map<Workspace, Node> views) {
    views.forEach(
        (place, view) -> {
          if (view instanceof BorderPane pane) {
            dock(place, pane);
          }
          if (view instanceof EditView edit) {
            edit.keypointsShareProperty()
                .bindBidirectional(layout.share("edit-keypoints", KEYPOINTS_SHARE));
          }
        });
  }

  /** Docks the side panels of a workspace, as they were left. */
  void dock(Workspace place, BorderPane view) {
    DockedPanel.dock(view, panels(place).stream().map(layout::panel).toArray(PanelState[]::new));
  }

  /** How the window is arranged. */
  WindowLayout layout() {
    return layout;
  }
}
