package org.keypointstudio.ui.browse;

import javafx.scene.layout.BorderPane;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.session.StudioSession;

/** The Browse workspace: the gallery, and what the data set adds up to. */
public final class BrowseView extends BorderPane {
  private static final double SIDE_WIDTH = 336;

  /**
   * The workspace.
   *
   * @param openFace opens the selected face for editing
   */
  public BrowseView(StudioSession session, FaceImages images, Runnable openFace) {
    setCenter(new GalleryView(session, images, openFace));
    StatisticsPane statistics = new StatisticsPane(session);
    statistics.setPrefWidth(SIDE_WIDTH);
    statistics.setMinWidth(SIDE_WIDTH);
    setRight(statistics);
  }
}
