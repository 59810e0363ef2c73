package org.keypointstudio.ui.browse;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.keypointstudio.ui.browse.BrowseViewModel.Listing;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.session.StudioSession;

/** The Browse workspace: the faces as pictures or rows, and what the data set adds up to. */
public final class BrowseView extends BorderPane {
  /** Of what the data set adds up to, in pixels of the screen. */
  static final double SIDE_WIDTH = 336;

  /**
   * What a person does with faces from here.
   *
   * @param openFace opens the selected face for editing
   * @param showAll drops the filter
   * @param openStatistics shows what the data set adds up to in full
   */
  public record Ways(Runnable openFace, Runnable showAll, Runnable openStatistics) {}

  /**
   * The workspace.
   *
   * @param notes what is said of the selected face
   */
  public BrowseView(
      StudioSession session,
      BrowseViewModel viewModel,
      SavedViewsViewModel views,
      FaceImages images,
      Node notes,
      Ways ways) {
    GalleryView gallery = new GalleryView(session, images, ways.openFace());
    FaceTable table = new FaceTable(session, viewModel, images, ways.openFace());
    NothingFits nothingFits = new NothingFits(session, ways.showAll());
    StackPane faces = new StackPane();
    // Only what is on show reads images and follows the selection.
    viewModel
        .listingProperty()
        .subscribe(
            shown ->
                faces.getChildren().setAll(shown == Listing.TABLE ? table : gallery, nothingFits));
    setCenter(new BorderPane(faces, new BrowseBar(session, viewModel, views), null, null, null));
    StatisticsPane statistics = new StatisticsPane(session, ways.openStatistics());
    BorderPane side = new BorderPane(statistics, null, null, notes, null);
    side.getStyleClass().add("browse-side");
    setRight(side);
  }
}
