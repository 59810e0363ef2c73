package org.keypointstudio.ui.browse;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.FaceSketch;
import org.keypointstudio.ui.canvas.SmallFaces.SmallFace;

/**
 * The first faces of a data set whose others are still being read. They lie where the gallery shows
 * them, and can only be looked at.
 */
public final class FirstFacesView extends BorderPane {
  private static final double MARK_RADIUS = 2;

  /** As high as the bar above the gallery. */
  private static final double BAR_HEIGHT = 47;

  /** From the edges of the gallery to its first picture, and from a picture to the next. */
  private static final double LEFT = 20;

  private static final double TOP = 23;
  private static final double COLUMN = 136;
  private static final double ROW = 160;

  private final FaceImages images;
  private final FaceSketch sketch = new FaceSketch(MARK_RADIUS);
  private final Pane pictures = new Pane();
  private final Label title = new Label();
  private Optional<FaceDataSet> present = Optional.empty();

  /**
   * The view.
   *
   * @param faces of the data set that is being opened, if any are read
   */
  public FirstFacesView(ObservableValue<Optional<FaceDataSet>> faces, FaceImages images) {
    this.images = images;
    getStyleClass().add("first-faces");
    HBox bar = new HBox(title);
    bar.getStyleClass().add("browse-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setMinHeight(BAR_HEIGHT);
    Region side = new Region();
    side.getStyleClass().add("browse-side");
    side.setMinWidth(BrowseView.SIDE_WIDTH);
    setCenter(new BorderPane(pictures, bar, null, null, null));
    setRight(side);
    pictures.setMinSize(0, 0);
    Rectangle shownPart = new Rectangle();
    shownPart.widthProperty().bind(pictures.widthProperty());
    shownPart.heightProperty().bind(pictures.heightProperty());
    pictures.setClip(shownPart);
    faces.subscribe(this::show);
    pictures.widthProperty().subscribe(this::fill);
    pictures.heightProperty().subscribe(this::fill);
  }

  private void show(Optional<FaceDataSet> faces) {
    present = faces;
    pictures.getChildren().clear();
    title.setText(
        faces
            .map(it -> "The first faces of %s; the others are on their way".formatted(name(it)))
            .orElse(""));
    fill();
  }

  private static String name(FaceDataSet faces) {
    return String.valueOf(faces.path().getFileName());
  }

  /** Adds the pictures for which there is room, and takes away the others. */
  private void fill() {
    if (present.isEmpty()) {
      return;
    }
    FaceDataSet faces = present.get();
    int columns = (int) ((pictures.getWidth() - 2 * LEFT) / COLUMN);
    int rows = (int) Math.ceil((pictures.getHeight() - TOP) / ROW);
    int wanted = Math.min(faces.size(), Math.max(0, columns) * Math.max(0, rows));
    if (pictures.getChildren().size() > wanted) {
      pictures.getChildren().remove(wanted, pictures.getChildren().size());
    }
    for (int face = pictures.getChildren().size(); face < wanted; face++) {
      pictures.getChildren().add(picture(faces, face));
    }
    for (int face = 0; face < wanted; face++) {
      int column = face % columns;
      int row = face / columns;
      pictures.getChildren().get(face).relocate(LEFT + column * COLUMN, TOP + row * ROW);
    }
  }

  private Canvas picture(FaceDataSet faces, int face) {
    Canvas picture = new Canvas(GalleryView.THUMBNAIL, GalleryView.THUMBNAIL);
    picture.getStyleClass().add("face-picture");
    images.small().request(faces, face, () -> true, image -> paint(picture, image, faces, face));
    return picture;
  }

  private void paint(Canvas picture, SmallFace image, FaceDataSet faces, int face) {
    sketch.paint(picture, image, faces.annotation(face));
  }
}
