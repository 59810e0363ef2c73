package org.keypointstudio.ui.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** The whole face, small, with a frame about the part that is seen. A click or drag goes there. */
final class Minimap extends Pane {
  private static final double LONGEST_SIDE = 136;
  private static final double BORDER = 1;

  private final CanvasViewModel view;
  private final ImageView picture = new ImageView();
  private final Rectangle seen = new Rectangle();

  Minimap(CanvasViewModel view) {
    this.view = view;
    getStyleClass().add("minimap");
    setAccessibleText("The whole face; click to go to a part of it");
    setManaged(false);
    picture.setPreserveRatio(true);
    picture.relocate(BORDER, BORDER);
    seen.getStyleClass().add("minimap-seen");
    seen.setMouseTransparent(true);
    getChildren().addAll(picture, seen);
    addEventHandler(MouseEvent.ANY, this::onMouse);
  }

  private double scale() {
    return LONGEST_SIDE / Math.max(view.imageSize().width(), view.imageSize().height());
  }

  private void onMouse(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED
        || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
      view.centreOn(
          (event.getX() - BORDER) / scale() - 0.5, (event.getY() - BORDER) / scale() - 0.5);
    }
    event.consume();
  }

  /** Shows where the canvas looks; nothing if it sees the whole image. */
  void show(Optional<Image> image, CanvasLook look) {
    setVisible(
        image.isPresent()
            && view.switchProperty(CanvasSwitch.MINIMAP).get()
            && !view.isWholeImageSeen());
    if (!isVisible()) {
      return;
    }
    picture.setImage(image.get());
    picture.setFitWidth(scale() * view.imageSize().width());
    picture.setFitHeight(scale() * view.imageSize().height());
    double width = picture.getFitWidth();
    double height = picture.getFitHeight();
    resizeRelocate(
        Math.rint(look.width() - width - 2 * BORDER - 12),
        Math.rint(look.height() - height - 2 * BORDER - 12),
        width + 2 * BORDER,
        height + 2 * BORDER);
    Point2D first = look.transform().toImage(0, 0);
    Point2D last = look.transform().toImage(look.width(), look.height());
    double left = Math.clamp((first.getX() + 0.5) * scale(), 0, width);
    double top = Math.clamp((first.getY() + 0.5) * scale(), 0, height);
    seen.setX(left + BORDER);
    seen.setY(top + BORDER);
    seen.setWidth(Math.clamp((last.getX() + 0.5) * scale(), left, width) - left);
    seen.setHeight(Math.clamp((last.getY() + 0.5) * scale(), top, height) - top);
  }
}
