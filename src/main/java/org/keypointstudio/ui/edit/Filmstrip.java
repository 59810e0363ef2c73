package org.keypointstudio.ui.edit;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.keypointstudio.ui.browse.FaceThumbnail;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.session.StudioSession;

/** The shown faces in a column, the selected one always in view. */
final class Filmstrip extends ListView<Integer> {
  private static final double THUMBNAIL = 96;

  private final StudioSession session;
  private final FaceImages images;

  Filmstrip(StudioSession session, FaceImages images) {
    super(session.shownFaces());
    this.session = session;
    this.images = images;
    getStyleClass().add("filmstrip");
    setFixedCellSize(THUMBNAIL + 34);
    setFocusTraversable(false);
    setAccessibleText("Faces");
    setCellFactory(_ -> new FaceCell());
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            face -> {
              if (face != null) {
                session.selectedFaceProperty().set(face);
              }
            });
    session.selectedFaceProperty().subscribe(this::follow);
    getItems().addListener((ListChangeListener<Integer>) _ -> follow());
    session.revisionProperty().subscribe(this::refresh);
  }

  private void follow() {
    int position = getItems().indexOf(session.selectedFaceProperty().get());
    if (position < 0) {
      getSelectionModel().clearSelection();
    } else if (getSelectionModel().getSelectedIndex() != position) {
      getSelectionModel().select(position);
      scrollTo(Math.max(0, position - 2));
    }
  }

  private final class FaceCell extends ListCell<Integer> {
    private final FaceThumbnail thumbnail = new FaceThumbnail(session, images, THUMBNAIL);

    @Override
    protected void updateItem(Integer face, boolean empty) {
      super.updateItem(face, empty);
      boolean filled = !empty && face != null;
      thumbnail.show(filled ? face : StudioSession.NONE);
      setGraphic(filled ? thumbnail : null);
    }
  }
}
