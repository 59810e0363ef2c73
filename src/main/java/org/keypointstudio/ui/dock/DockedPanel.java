package org.keypointstudio.ui.dock;

import javafx.beans.binding.Bindings;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.keypointstudio.ui.dock.SidePanel.Side;

/**
 * A side panel with an edge that is dragged to resize it; a double click on the edge makes it as
 * wide as it was at first. Takes no room while it is hidden.
 */
public final class DockedPanel extends BorderPane {
  private static final double EDGE_WIDTH = 5;

  /** In a narrow window there is room for the middle of the view, however wide a panel may be. */
  private static final double MOST_OF_VIEW = 0.42;

  private final PanelState state;
  private final Region edge = new Region();
  private double dragOffset;

  private DockedPanel(BorderPane view, PanelState state, Region content) {
    this.state = state;
    setId("panel-" + state.panel().name());
    content.setMinWidth(0);
    content
        .prefWidthProperty()
        .bind(
            Bindings.min(
                state.widthProperty(),
                Bindings.max(
                    state.panel().leastWidth(), view.widthProperty().multiply(MOST_OF_VIEW))));
    // Who put the content there hides and shows this panel from now on.
    setVisible(content.isVisible());
    setManaged(content.isManaged());
    setCenter(content);
    content.visibleProperty().bind(state.shownProperty());
    content.managedProperty().bind(state.shownProperty());
    placeEdge();
  }

  /** Puts the panels that a view has at its left and right into docked panels of these states. */
  public static void dock(BorderPane view, PanelState... states) {
    for (PanelState state : states) {
      boolean left = state.panel().side() == Side.LEFT;
      Node content = left ? view.getLeft() : view.getRight();
      if (!(content instanceof Region region)) {
        throw new IllegalArgumentException("There is no panel for " + state.panel());
      }
      if (left) {
        view.setLeft(null);
        view.setLeft(new DockedPanel(view, state, region));
      } else {
        view.setRight(null);
        view.setRight(new DockedPanel(view, state, region));
      }
    }
  }

  private boolean isLeft() {
    return state.panel().side() == Side.LEFT;
  }

  /** The edge lies over the panel, so that it takes no room from what the panel shows. */
  private void placeEdge() {
    edge.getStyleClass().add("panel-edge");
    edge.setCursor(Cursor.H_RESIZE);
    edge.setManaged(false);
    edge.visibleProperty().bind(state.shownProperty());
    edge.setOnMousePressed(event -> dragOffset = widthAt(event) - getWidth());
    edge.setOnMouseDragged(event -> state.resize(widthAt(event) - dragOffset));
    edge.setOnMouseReleased(_ -> state.settle());
    edge.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            state.resetWidth();
          }
        });
    getChildren().add(edge);
  }

  /** How wide the panel is when its edge is where the mouse is. */
  private double widthAt(MouseEvent event) {
    double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    return isLeft() ? x : getWidth() - x;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    edge.resizeRelocate(isLeft() ? getWidth() - EDGE_WIDTH : 0, 0, EDGE_WIDTH, getHeight());
  }
}
