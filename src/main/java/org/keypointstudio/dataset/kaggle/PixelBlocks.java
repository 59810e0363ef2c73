package org.keypointstudio.dataset.kaggle;

import java.util.Arrays;
import java.util.List;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/** Images of one size in several arrays, found by their number. */
final class PixelBlocks {
  private final List<byte[]> blocks;
  private final int[] firstImages;

  /**
   * @param blocks images one behind the other
   * @param pixelCount of one image
   */
  PixelBlocks(List<byte[]> blocks, int pixelCount) {
    this.blocks = List.copyOf(blocks);
    this.firstImages = new int[blocks.size()];
    int images = 0;
    for (int i = 0; i < firstImages.length; i++) {
      firstImages[i] = images;
      images += blocks.get(i).length / pixelCount;
    }
  }

  /** An image; its pixels are not copied. */
  GrayImage image(int index, ImageSize size) {
    int found = Arrays.binarySearch(firstImages, index);
    int block = found >= 0 ? found : -found - 2;
    return new GrayImage(size, blocks.get(block), (index - firstImages[block]) * size.pixelCount());
  }
}
