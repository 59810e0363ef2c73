package org.keypointstudio.training.loop;

import org.keypointstudio.training.network.InputFrame;

/** A weak blur of 3 × 3 pixels, along rows and then along columns; the outermost pixels stay. */
final class Blur {
  private Blur() {}

  /**
   * Blurs one image in place: a pixel keeps 1 − strength/2 of itself and takes a quarter of the
   * strength from either neighbour.
   */
  static void apply(float[] image, int offset, InputFrame frame, float strength) {
    int width = frame.width();
    float side = strength / 4;
    float kept = 1 - 2 * side;
    float[] above = new float[width];
    float[] here = new float[width];
    alongRow(image, offset, here, side, kept);
    for (int row = 0; row < frame.height(); row++) {
      int start = offset + row * width;
      boolean last = row == frame.height() - 1;
      if (!last) {
        alongRow(image, start + width, here, side, kept);
      }
      System.arraycopy(image, start, here, 0, width);
      if (row > 0 && !last) {
        for (int x = 0; x < width; x++) {
          image[start + x] = kept * here[x] + side * (above[x] + image[start + width + x]);
        }
      }
      float[] swapped = above;
      above = here;
      here = swapped;
    }
  }

  private static void alongRow(float[] image, int start, float[] row, float side, float kept) {
    System.arraycopy(image, start, row, 0, row.length);
    for (int x = 1; x < row.length - 1; x++) {
      image[start + x] = kept * row[x] + side * (row[x - 1] + row[x + 1]);
    }
  }
}
