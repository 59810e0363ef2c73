package org.keypointstudio.ui.browse;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.FaceSketch;
import org.keypointstudio.ui.canvas.Tone;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.kordamp.ikonli.javafx.FontIcon;

/** A small picture of a face with its keypoints, its name, and a badge for what is missing. */
public final class FaceThumbnail extends VBox {
  private static final double MARK_RADIUS = 2;

  private final FaceSketch sketch = new FaceSketch(MARK_RADIUS);
  private final StudioSession session;
  private final FaceImages images;
  private final Canvas canvas;
  private final Label name = new Label();
  private final Label badge = new Label();
  private final FontIcon reviewed = new FontIcon("mdi2c-check-decagram");
  private volatile int face = StudioSession.NONE;

  /**
   * An empty thumbnail.
   *
   * @param side of the picture, in pixels of the screen
   */
  public FaceThumbnail(StudioSession session, FaceImages images, double side) {
    this.session = session;
    this.images = images;
    this.canvas = new Canvas(side, side);
    getStyleClass().add("face-thumbnail");
    name.getStyleClass().add("face-name");
    badge.getStyleClass().add("missing-badge");
    StackPane picture = new StackPane(canvas);
    picture.getStyleClass().add("face-picture");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    reviewed.getStyleClass().add("reviewed-mark");
    reviewed.managedProperty().bind(reviewed.visibleProperty());
    badge.setMinWidth(Region.USE_PREF_SIZE);
    HBox caption = new HBox(4, reviewed, name, badge);
    caption.setMaxWidth(side);
    caption.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(picture, caption);
  }

  /** Shows a face of the open data set, or nothing. */
  public void show(int faceIndex) {
    face = faceIndex;
    refresh();
  }

  /** The shown face, or −1. */
  public int face() {
    return face;
  }

  /** Paints the face's present annotation. */
  public void refresh() {
    Optional<OpenDataSet> open = session.openDataSet();
    boolean filled = open.isPresent() && face != StudioSession.NONE;
    setVisible(filled);
    if (filled) {
      open.ifPresent(this::showFaceOf);
    }
  }

  private void showFaceOf(OpenDataSet open) {
    int wanted = face;
    Annotation annotation = open.document().annotation(wanted);
    name.setText(open.dataSet().face(wanted).name());
    badge.setText("−%d".formatted(annotation.unlabelledCount()));
    badge.setVisible(annotation.unlabelledCount() > 0);
    boolean seen = open.document().labels(wanted).notes().reviewed();
    reviewed.setVisible(seen);
    setAccessibleText(
        "%s, %d of %d keypoints%s"
            .formatted(
                name.getText(),
                annotation.placedCount(),
                annotation.size(),
                seen ? ", reviewed" : ""));
    Optional<Image> image = images.cached(open.dataSet(), wanted, Tone.NEUTRAL);
    paint(image, annotation);
    if (image.isEmpty()) {
      images.request(
          open.dataSet(),
          wanted,
          Tone.NEUTRAL,
          () -> face == wanted,
          _ -> {
            if (face == wanted) {
              refresh();
            }
          });
    }
  }

  private void paint(Optional<Image> image, Annotation annotation) {
    canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    image.ifPresent(picture -> sketch.paint(canvas, picture, annotation));
  }
}
