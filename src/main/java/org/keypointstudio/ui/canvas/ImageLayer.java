package org.keypointstudio.ui.canvas;

import java.nio.IntBuffer;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * The face at the size it is seen, in pixels of the screen, so that nothing is left to scale when
 * it is shown. More than is seen is painted, so that it can be panned some way before it has to be
 * painted anew.
 */
final class ImageLayer {
  /** How far more than is seen is painted on each side, in canvas pixels. */
  static final double MARGIN = 256;

  private final ImageView node = new ImageView();
  private Optional<Painted> painted = Optional.empty();
  private Optional<ScaledImage> scaled = Optional.empty();
  private PixelBuffer<IntBuffer> buffer = bufferOf(1, 1);

  /**
   * All that the pixels depend on.
   *
   * @param screenScale pixels of the screen per canvas pixel
   */
  private record Painted(Image image, CanvasLook look, boolean smooth, double screenScale) {

    /** How far this has to be moved to be what is wanted; empty if it has to be painted anew. */
    Optional<Point2D> shiftTo(Painted wanted) {
      boolean same =
          wanted.image == image && wanted.smooth == smooth && wanted.screenScale == screenScale;
      return Optional.of(wanted.look)
          .filter(_ -> same)
          .flatMap(now -> now.shiftFrom(look, screenScale))
          .filter(shift -> Math.abs(shift.getX()) <= MARGIN && Math.abs(shift.getY()) <= MARGIN);
    }
  }

  ImageLayer() {
    node.setManaged(false);
    node.setMouseTransparent(true);
  }

  ImageView node() {
    return node;
  }

  /**
   * Shows an image, or nothing.
   *
   * @param screenScale pixels of the screen per canvas pixel
   */
  void show(Optional<Image> image, CanvasLook look, boolean smooth, double screenScale) {
    node.setVisible(image.isPresent() && look.width() >= 1 && look.height() >= 1);
    if (node.isVisible()) {
      show(new Painted(image.get(), look, smooth, screenScale));
    }
  }

  private void show(Painted wanted) {
    Optional<Point2D> shift = painted.flatMap(before -> before.shiftTo(wanted));
    if (shift.isEmpty()) {
      paint(wanted);
    }
    node.relocate(
        shift.map(Point2D::getX).orElse(0.0) - MARGIN,
        shift.map(Point2D::getY).orElse(0.0) - MARGIN);
  }

  private void paint(Painted wanted) {
    if (painted.filter(before -> before.image() == wanted.image()).isEmpty()) {
      scaled = Optional.empty();
    }
    ScaledImage source = scaled.orElseGet(() -> new ScaledImage(wanted.image()));
    scaled = Optional.of(source);
    painted = Optional.of(wanted);
    resize(wanted);
    ViewTransform transform = wanted.look().transform().panned(MARGIN, MARGIN);
    double zoom = wanted.screenScale();
    ViewTransform onScreen =
        new ViewTransform(
            transform.scale() * zoom, transform.left() * zoom, transform.top() * zoom);
    buffer.updateBuffer(
        pixels -> {
          source.paint(pixels.getBuffer().array(), pixels.getWidth(), onScreen, wanted.smooth());
          return new Rectangle2D(0, 0, pixels.getWidth(), pixels.getHeight());
        });
  }

  private void resize(Painted wanted) {
    int width = (int) Math.ceil((wanted.look().width() + 2 * MARGIN) * wanted.screenScale());
    int height = (int) Math.ceil((wanted.look().height() + 2 * MARGIN) * wanted.screenScale());
    if (buffer.getWidth() != width || buffer.getHeight() != height || node.getImage() == null) {
      buffer = bufferOf(width, height);
      node.setImage(new WritableImage(buffer));
    }
    node.setFitWidth(width / wanted.screenScale());
    node.setFitHeight(height / wanted.screenScale());
  }

  private static PixelBuffer<IntBuffer> bufferOf(int width, int height) {
    return new PixelBuffer<>(
        width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
  }
}
