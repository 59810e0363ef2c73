package org.keypointstudio.ui.browse;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.session.StudioSession;

/** The Browse workspace: the gallery, and what the data set adds up to. */
public final class BrowseView extends BorderPane {
  private static final double SIDE_WIDTH = 336;

  /**
   * The workspace.
   *
   * @param notes what is said of the selected face
   * @param openFace opens the selected face for editing
   * @param showAll drops the filter
   */
  public BrowseView(
      StudioSession session, FaceImages images, Node notes, Runnable openFace, Runnable showAll) {
    setCenter(new GalleryView(session, images, openFace, showAll));
    StatisticsPane statistics = new StatisticsPane(session);
    BorderPane side = new BorderPane(statistics, null, null, notes, null);
    side.getStyleClass().add("browse-side");
    side.setPrefWidth(SIDE_WIDTH);
    side.setMinWidth(SIDE_WIDTH);
    setRight(side);
  }
}
