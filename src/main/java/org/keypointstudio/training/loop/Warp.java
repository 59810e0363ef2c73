package org.keypointstudio.training.loop;

import org.keypointstudio.training.network.InputFrame;

/**
 * Moves the pixels of an image by an affine map, bilinearly; what comes from outside is the edge.
 */
final class Warp {
  private Warp() {}

  /**
   * Writes the moved image.
   *
   * @param map where a pixel goes
   * @param target takes the greys, 0 to 255, row by row from {@code offset} on
   */
  static void apply(byte[] pixels, InputFrame frame, AffineMap map, float[] target, int offset) {
    AffineMap from = map.inverse();
    int width = frame.width();
    int height = frame.height();
    for (int y = 0; y < height; y++) {
      float sourceX = (float) from.x(0, y);
      float sourceY = (float) from.y(0, y);
      float stepX = (float) from.xx();
      float stepY = (float) from.yx();
      for (int x = 0; x < width; x++) {
        float clampedX = Math.clamp(sourceX + x * stepX, 0f, width - 1f);
        float clampedY = Math.clamp(sourceY + x * stepY, 0f, height - 1f);
        int left = Math.min((int) clampedX, width - 2);
        int top = Math.min((int) clampedY, height - 2);
        float right = clampedX - left;
        float below = clampedY - top;
        int at = top * width + left;
        float upper = mix(pixels[at] & 0xff, pixels[at + 1] & 0xff, right);
        float lower = mix(pixels[at + width] & 0xff, pixels[at + width + 1] & 0xff, right);
        target[offset + y * width + x] = mix(upper, lower, below);
      }
    }
  }

  private static float mix(float first, float second, float share) {
    return first + share * (second - first);
  }
}
