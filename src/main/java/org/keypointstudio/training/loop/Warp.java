package org.keypointstudio.training.loop;

import org.keypointstudio.training.network.InputFrame;

/**
 * Moves the pixels of an image by an affine map and a local warp, bilinearly; what comes from
 * outside is the edge.
 */
final class Warp {
  private Warp() {}

  /**
   * Writes the moved image.
   *
   * @param map where a pixel goes
   * @param warp how far from there each pixel of the result is taken
   * @param target takes the greys, 0 to 255, row by row from {@code offset} on
   */
  static void apply(
      byte[] pixels, InputFrame frame, AffineMap map, LocalWarp warp, float[] target, int offset) {
    AffineMap from = map.inverse();
    for (int y = 0; y < frame.height(); y++) {
      for (int column = 0; column < LocalWarp.CELLS; column++) {
        int start = column * warp.cellWidth();
        int end = Math.min(start + warp.cellWidth(), frame.width());
        float warpX = warp.atColumn(warp.dx(), column, y);
        float warpY = warp.atColumn(warp.dy(), column, y);
        float growthX = (warp.atColumn(warp.dx(), column + 1, y) - warpX) / warp.cellWidth();
        float growthY = (warp.atColumn(warp.dy(), column + 1, y) - warpY) / warp.cellWidth();
        float sourceX = (float) from.x(start, y) + warpX;
        float sourceY = (float) from.y(start, y) + warpY;
        float stepX = (float) from.xx() + growthX;
        float stepY = (float) from.yx() + growthY;
        int row = offset + y * frame.width();
        for (int x = start; x < end; x++) {
          target[row + x] =
              grey(pixels, frame, sourceX + (x - start) * stepX, sourceY + (x - start) * stepY);
        }
      }
    }
  }

  /** The grey at a place, mixed from the four pixels around it. */
  private static float grey(byte[] pixels, InputFrame frame, float x, float y) {
    int width = frame.width();
    float clampedX = Math.clamp(x, 0f, width - 1f);
    float clampedY = Math.clamp(y, 0f, frame.height() - 1f);
    int left = Math.min((int) clampedX, width - 2);
    int top = Math.min((int) clampedY, frame.height() - 2);
    float right = clampedX - left;
    int at = top * width + left;
    float upper = mix(pixels[at] & 0xff, pixels[at + 1] & 0xff, right);
    float lower = mix(pixels[at + width] & 0xff, pixels[at + width + 1] & 0xff, right);
    return mix(upper, lower, clampedY - top);
  }

  private static float mix(float first, float second, float share) {
    return first + share * (second - first);
  }
}
