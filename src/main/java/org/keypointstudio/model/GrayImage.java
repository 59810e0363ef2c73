package org.keypointstudio.model;

/**
 * A grey image: one unsigned byte a pixel, row by row, without padding.
 *
 * <p>The pixels are a window into an array that may hold many images, so that a whole data set of
 * small faces lives in a few arrays. They must not be changed.
 */
public final class GrayImage implements FacePixels {
  private final ImageSize size;
  private final byte[] pixels;
  private final int offset;

  /**
   * An image over the pixels from {@code offset} on.
   *
   * @throws IllegalArgumentException if the array ends before the image does
   */
  public GrayImage(ImageSize size, byte[] pixels, int offset) {
    if (offset < 0 || pixels.length - offset < size.pixelCount()) {
      throw new IllegalArgumentException(
          "%d bytes from %d on do not hold %s pixels".formatted(pixels.length, offset, size));
    }
    this.size = size;
    this.pixels = pixels;
    this.offset = offset;
  }

  /** An image over a whole array. */
  public GrayImage(ImageSize size, byte[] pixels) {
    this(size, pixels, 0);
  }

  @Override
  public ImageSize size() {
    return size;
  }

  /** Width in pixels. */
  public int width() {
    return size.width();
  }

  /** Height in pixels. */
  public int height() {
    return size.height();
  }

  /** Brightness of a pixel, 0 (black) to 255 (white). */
  public int at(int x, int y) {
    return pixels[offset + y * size.width() + x] & 0xff;
  }

  @Override
  public int rgbAt(int x, int y) {
    return 0x010101 * at(x, y);
  }

  @Override
  public GrayImage toGray() {
    return this;
  }

  /** Copies all pixels, row by row, to {@code target} from {@code targetOffset} on. */
  public void copyTo(byte[] target, int targetOffset) {
    System.arraycopy(pixels, offset, target, targetOffset, size.pixelCount());
  }

  /** The image with its columns in reverse order. */
  public GrayImage mirrored() {
    byte[] columns = new byte[size.pixelCount()];
    for (int row = 0; row < columns.length; row += size.width()) {
      for (int x = 0; x < size.width(); x++) {
        columns[row + x] = pixels[offset + row + size.width() - 1 - x];
      }
    }
    return new GrayImage(size, columns);
  }
}
