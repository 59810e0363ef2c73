package org.keypointstudio.dataset.statistics;

import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/** The mean of images of any size, each stretched to the size of the mean. Not for two threads. */
public final class MeanImage {
  private final ImageSize size;
  private final long[] sums;
  private int images;

  /** The mean of no image yet. */
  public MeanImage(ImageSize size) {
    this.size = size;
    this.sums = new long[size.pixelCount()];
  }

  /** One image more. */
  public void add(GrayImage image) {
    for (int y = 0; y < size.height(); y++) {
      int sourceY = (int) ((y + 0.5) * image.height() / size.height());
      for (int x = 0; x < size.width(); x++) {
        int sourceX = (int) ((x + 0.5) * image.width() / size.width());
        sums[y * size.width() + x] += image.at(sourceX, sourceY);
      }
    }
    images++;
  }

  /**
   * The mean of what was added.
   *
   * @throws IllegalStateException if that is nothing
   */
  public GrayImage mean() {
    if (images == 0) {
      throw new IllegalStateException("There is no mean of no image");
    }
    byte[] pixels = new byte[sums.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(sums[i] / (double) images);
    }
    return new GrayImage(size, pixels);
  }
}
