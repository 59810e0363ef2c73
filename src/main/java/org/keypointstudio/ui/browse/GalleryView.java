package org.keypointstudio.ui.browse;

import atlantafx.base.theme.Styles;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
  private static final double THUMBNAIL = 112;
  private static final double CELL_WIDTH = THUMBNAIL + 16;
  private static final double CELL_HEIGHT = THUMBNAIL + 40;

  private final StudioSession session;
  private final FaceImages images;
  private final Runnable openFace;

  /**
   * The grid.
   *
   * @param openFace opens the selected face for editing
   * @param showAll drops the filter
   */
  GalleryView(StudioSession session, FaceImages images, Runnable openFace, Runnable showAll) {
    this.session = session;
    this.images = images;
    this.openFace = openFace;
    GridView<Integer> grid = new GridView<>(session.shownFaces());
    grid.getStyleClass().add("gallery");
    grid.setCellWidth(CELL_WIDTH);
    grid.setCellHeight(CELL_HEIGHT);
    grid.setHorizontalCellSpacing(4);
    grid.setVerticalCellSpacing(4);
    grid.setCellFactory(_ -> new FaceCell());
    getChildren().addAll(grid, nothingFits(showAll));
  }

  private VBox nothingFits(Runnable showAll) {
    Label text = new Label("No face fits the filter.");
    text.getStyleClass().add(Styles.TITLE_4);
    Button all = new Button("Show all faces");
    all.setId("show-all-faces");
    all.setOnAction(_ -> showAll.run());
    VBox message = new VBox(12, text, all);
    message.setAlignment(Pos.CENTER);
    message
        .visibleProperty()
        .bind(
            Bindings.isEmpty(session.shownFaces())
                .and(
                    Bindings.createBooleanBinding(
                        () -> session.openDataSet().isPresent(), session.openDataSetProperty())));
    return message;
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
