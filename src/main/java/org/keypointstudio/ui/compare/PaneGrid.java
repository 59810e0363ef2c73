package org.keypointstudio.ui.compare;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Lays panes of equal size out in as many columns as make their pictures largest. */
final class PaneGrid extends Region {
  private static final double GAP = 8;

  /** What a pane takes in height besides its square picture. */
  private static final double TITLE_HEIGHT = 40;

  PaneGrid() {
    getStyleClass().add("pane-grid");
    setMinSize(0, 0);
  }

  void show(List<? extends Node> panes) {
    getChildren().setAll(panes);
  }

  /**
   * The number of columns that makes the pictures largest.
   *
   * @param panes at least 1
   */
  static int columns(int panes, double width, double height) {
    int best = 1;
    double largest = Double.NEGATIVE_INFINITY;
    for (int columns = 1; columns <= panes; columns++) {
      int rows = Math.ceilDiv(panes, columns);
      double paneWidth = (width - GAP * (columns - 1)) / columns;
      double paneHeight = (height - GAP * (rows - 1)) / rows;
      double picture = Math.min(paneWidth, paneHeight - TITLE_HEIGHT);
      if (picture > largest) {
        largest = picture;
        best = columns;
      }
    }
    return best;
  }

  @Override
  protected void layoutChildren() {
    List<Node> panes = getManagedChildren();
    if (panes.isEmpty()) {
      return;
    }
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = getWidth() - left - snappedRightInset();
    double height = getHeight() - top - snappedBottomInset();
    int columns = columns(panes.size(), width, height);
    int rows = Math.ceilDiv(panes.size(), columns);
    double paneWidth = Math.floor((width - GAP * (columns - 1)) / columns);
    double paneHeight = Math.floor((height - GAP * (rows - 1)) / rows);
    for (int i = 0; i < panes.size(); i++) {
      panes
          .get(i)
          .resizeRelocate(
              left + i % columns * (paneWidth + GAP),
              top + Math.floorDiv(i, columns) * (paneHeight + GAP),
              paneWidth,
              paneHeight);
    }
  }
}
