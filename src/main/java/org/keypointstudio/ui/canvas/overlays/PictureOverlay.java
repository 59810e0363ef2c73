package org.keypointstudio.ui.canvas.overlays;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Overlay;

/** A picture that is stretched over the face's image: its mean, or a map of places. */
public final class PictureOverlay implements Overlay {
  private final Supplier<Optional<Image>> picture;
  private final Supplier<ImageSize> size;
  private final double opacity;

  /**
   * The layer.
   *
   * @param picture empty while there is none
   * @param size of the face's image
   * @param opacity 0 (not seen) to 1
   */
  public PictureOverlay(
      Supplier<Optional<Image>> picture, Supplier<ImageSize> size, double opacity) {
    this.picture = picture;
    this.size = size;
    this.opacity = opacity;
  }

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    if (frame.part() != CanvasFrame.Part.MOVING) {
      picture.get().ifPresent(image -> paint(graphics, frame, image));
    }
  }

  private void paint(GraphicsContext graphics, CanvasFrame frame, Image image) {
    graphics.setGlobalAlpha(opacity);
    graphics.setImageSmoothing(true);
    graphics.drawImage(
        image,
        frame.transform().left(),
        frame.transform().top(),
        frame.transform().scale() * size.get().width(),
        frame.transform().scale() * size.get().height());
    graphics.setGlobalAlpha(1);
  }

  @Override
  public boolean paintsParts() {
    return true;
  }

  @Override
  public boolean fades() {
    return false;
  }
}
