package org.keypointstudio.ui.browse;

import impl.org.controlsfx.skin.GridViewSkin;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.session.StudioSession;

/**
 * A grid of the shown faces, of which only the visible ones exist. A click selects, a double click
 * opens for editing.
 */
final class GalleryView extends StackPane {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  /** Side of a picture, in pixels of the screen. */
  static final double THUMBNAIL = 112;

  private static final double CELL_WIDTH = THUMBNAIL + 16;
  private static final double CELL_HEIGHT = THUMBNAIL + 40;
  private static final double SPACING = 4;

  private final StudioSession session;
  private final FaceImages images;
  private final Runnable openFace;
  private final GridView<Integer> grid;

  /**
   * The grid.
   *
   * @param openFace opens the selected face for editing
   */
  GalleryView(StudioSession session, FaceImages images, Runnable openFace) {
    this.session = session;
    this.images = images;
    this.openFace = openFace;
    grid = new GridView<>(session.shownFaces());
    grid.getStyleClass().add("gallery");
    grid.setCellWidth(CELL_WIDTH);
    grid.setCellHeight(CELL_HEIGHT);
    grid.setHorizontalCellSpacing(SPACING);
    grid.setVerticalCellSpacing(SPACING);
    grid.setCellFactory(_ -> new FaceCell());
    grid.skinProperty().subscribe(_ -> fixRowHeight());
    getChildren().add(grid);
    session.selectedFaceProperty().subscribe((_, _) -> showSelected());
    sceneProperty().subscribe((_, _) -> Platform.runLater(this::showSelected));
  }

  /** All rows are equally high; without knowing that, each scroll measures rows out of sight. */
  private void fixRowHeight() {
    if (grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.setFixedCellSize(CELL_HEIGHT + 2 * SPACING);
    }
  }

  /** Brings the selected face into view, if it is not there. */
  private void showSelected() {
    int position = session.shownFaces().indexOf(session.selectedFaceProperty().get());
    if (position >= 0
        && grid.getSkin() instanceof GridViewSkin<?> skin
        && grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      int row = position / Math.max(1, skin.computeMaxCellsInRow());
      IndexedCell<?> first = flow.getFirstVisibleCell();
      IndexedCell<?> last = flow.getLastVisibleCell();
      if (first == null || last == null || row < first.getIndex() || row > last.getIndex()) {
        flow.scrollTo(row);
      }
    }
  }

  private final class FaceCell extends GridCell<Integer> {
    private final FaceThumbnail thumbnail = new FaceThumbnail(session, images, THUMBNAIL);

    FaceCell() {
      getStyleClass().add("face-cell");
      setGraphic(thumbnail);
      InvalidationListener onSelection = _ -> markSelection();
      session.selectedFaceProperty().addListener(new WeakInvalidationListener(onSelection));
      InvalidationListener onChange = _ -> thumbnail.refresh();
      session.revisionProperty().addListener(new WeakInvalidationListener(onChange));
      // The weak listeners above live as long as the cell does.
      setUserData(new InvalidationListener[] {onSelection, onChange});
      addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
    }

    private void onClick(MouseEvent event) {
      if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
        session.selectedFaceProperty().set(getItem());
        if (event.getClickCount() == 2) {
          openFace.run();
        }
      }
    }

    @Override
    protected void updateItem(Integer face, boolean empty) {
      super.updateItem(face, empty);
      thumbnail.show(empty || face == null ? StudioSession.NONE : face);
      markSelection();
    }

    private void markSelection() {
      pseudoClassStateChanged(
          SELECTED, !isEmpty() && session.selectedFaceProperty().get() == thumbnail.face());
    }
  }
}
