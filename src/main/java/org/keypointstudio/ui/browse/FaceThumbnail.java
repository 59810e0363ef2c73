package org.keypointstudio.ui.browse;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.kordamp.ikonli.javafx.FontIcon;

/** A small picture of a face with its keypoints, its name, and a badge for what is missing. */
public final class FaceThumbnail extends VBox {
  private static final double MARK_RADIUS = 2;

  /** A face that is not learned from is seen to be so. */
  private static final double OPACITY_OF_EXCLUDED = 0.35;

  private final StudioSession session;
  private final FacePicture picture;
  private final Label name = new Label();
  private final Label badge = new Label();
  private final FontIcon reviewed = new FontIcon("mdi2c-check-decagram");
  private int face = StudioSession.NONE;

  /**
   * An empty thumbnail.
   *
   * @param side of the picture, in pixels of the screen
   */
  public FaceThumbnail(StudioSession session, FaceImages images, double side) {
    this.session = session;
    this.picture = FacePicture.marked(session, images, side, MARK_RADIUS);
    getStyleClass().add("face-thumbnail");
    name.getStyleClass().add("face-name");
    badge.getStyleClass().add("missing-badge");
    StackPane frame = new StackPane(picture);
    frame.getStyleClass().add("face-picture");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    reviewed.getStyleClass().add("reviewed-mark");
    reviewed.managedProperty().bind(reviewed.visibleProperty());
    badge.setMinWidth(Region.USE_PREF_SIZE);
    HBox caption = new HBox(4, reviewed, name, badge);
    caption.setMaxWidth(side);
    caption.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(frame, caption);
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
    boolean excluded = open.document().labels(wanted).isExcluded();
    setAccessibleText(
        "%s, %d of %d keypoints%s%s"
            .formatted(
                name.getText(),
                annotation.placedCount(),
                annotation.size(),
                seen ? ", reviewed" : "",
                excluded ? ", excluded" : ""));
    picture.setOpacity(excluded ? OPACITY_OF_EXCLUDED : 1);
    picture.show(wanted);
  }
}
