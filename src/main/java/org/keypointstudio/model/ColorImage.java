package org.keypointstudio.model;

/**
 * An image in colours: one int a pixel, {@code 0xRRGGBB}, row by row, without padding. The pixels
 * must not be changed.
 */
public final class ColorImage implements FacePixels {
  private final ImageSize size;
  private final int[] pixels;

  /**
   * An image over a whole array.
   *
   * @throws IllegalArgumentException if the array has not one int a pixel
   */
  public ColorImage(ImageSize size, int[] pixels) {
    if (pixels.length != size.pixelCount()) {
      throw new IllegalArgumentException(
          "%d ints are not the pixels of %s".formatted(pixels.length, size));
    }
    this.size = size;
    this.pixels = pixels;
  }

  @Override
  public ImageSize size() {
    return size;
  }

  @Override
  public int rgbAt(int x, int y) {
    return pixels[y * size.width() + x] & 0xffffff;
  }

  /** Luma of ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B. */
  @Override
  public GrayImage toGray() {
    byte[] gray = new byte[pixels.length];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = luma(pixels[i]);
    }
    return new GrayImage(size, gray);
  }

  /** Whether no pixel has a colour, so that nothing is lost by keeping the grey values alone. */
  public boolean isColorless() {
    for (int pixel : pixels) {
      int green = pixel >> 8 & 0xff;
      if ((pixel >> 16 & 0xff) != green || (pixel & 0xff) != green) {
        return false;
      }
    }
    return true;
  }

  /** The brightness of {@code 0xRRGGBB} by ITU-R BT.601, as an unsigned byte. */
  public static byte luma(int rgb) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    return (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
  }
}
