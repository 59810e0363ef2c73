package org.keypointstudio.dataset.kaggle;

import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/**
 * Room for images that are parsed one after the other. Many of them share an array of a megabyte
 * less its header: so large an object the garbage collector never copies, and it leaves next to
 * nothing of its memory unused. Used by one thread.
 */
final class PixelStore {
  /** Java's arrays begin with 16 bytes or less. */
  private static final int ARRAY_BYTES = (1 << 20) - 16;

  private final ImageSize size;
  private byte[] pixels = {};
  private int next;

  /** Room for images of a size. */
  PixelStore(ImageSize size) {
    this.size = size;
  }

  /** Of every image. */
  int pixelCount() {
    return size.pixelCount();
  }

  /**
   * Makes room for the next image.
   *
   * @param mostFollowing images that can come at once, this one included; an array for fewer than a
   *     megabyte holds is made no larger
   */
  void reserve(int mostFollowing) {
    if (pixels.length - next < size.pixelCount()) {
      int images = Math.clamp(mostFollowing, 1, Math.max(1, ARRAY_BYTES / size.pixelCount()));
      pixels = new byte[images * size.pixelCount()];
      next = 0;
    }
  }

  /** Where the next image is written. */
  byte[] pixels() {
    return pixels;
  }

  /** From where on the next image is written. */
  int offset() {
    return next;
  }

  /** The image that was just written. */
  GrayImage take() {
    GrayImage image = new GrayImage(size, pixels, next);
    next += size.pixelCount();
    return image;
  }
}
