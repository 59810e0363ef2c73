package org.keypointstudio.model;

/**
 * Width and height of an image in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record ImageSize(int width, int height) {

  /**
   * @throws IllegalArgumentException if a side is shorter than one pixel
   */
  public ImageSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("An image cannot be " + width + " by " + height);
    }
  }

  /** The number of pixels. */
  public int pixelCount() {
    return Math.multiplyExact(width, height);
  }

  @Override
  public String toString() {
    return width + " × " + height;
  }
}
