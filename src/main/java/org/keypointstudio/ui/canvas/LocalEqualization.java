package org.keypointstudio.ui.canvas;

import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/**
 * Contrast-limited adaptive histogram equalisation: each tile of the image gets the grey values
 * that spread its own histogram, and a pixel the mixture of the four tiles about it. The clip limit
 * keeps noise in flat tiles from being blown up. After K. Zuiderveld, "Contrast Limited Adaptive
 * Histogram Equalization", Graphics Gems IV (1994).
 */
public final class LocalEqualization {
  private static final int TILES = 8;
  private static final int GREYS = 256;

  /** A limit of 1 leaves every histogram flat, and with it the image as it is. */
  private static final double STRONGEST_LIMIT = 6;

  private final double clipLimit;

  /**
   * The method.
   *
   * @param strength 0 (nothing happens) to 1
   */
  public LocalEqualization(double strength) {
    this.clipLimit = 1 + strength * (STRONGEST_LIMIT - 1);
  }

  /** The equalised image; the given one stays as it is. */
  public GrayImage apply(GrayImage image) {
    ImageSize size = image.size();
    if (clipLimit <= 1) {
      return image;
    }
    int columns = Math.min(TILES, size.width());
    int rows = Math.min(TILES, size.height());
    int[][] maps = new int[columns * rows][];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        maps[row * columns + column] =
            map(
                image,
                column * size.width() / columns,
                row * size.height() / rows,
                (column + 1) * size.width() / columns,
                (row + 1) * size.height() / rows);
      }
    }
    byte[] pixels = new byte[size.pixelCount()];
    for (int y = 0; y < size.height(); y++) {
      Mix down = Mix.of(y, size.height(), rows);
      for (int x = 0; x < size.width(); x++) {
        Mix across = Mix.of(x, size.width(), columns);
        int grey = image.at(x, y);
        double upper =
            across.mix(
                maps[down.first * columns + across.first][grey],
                maps[down.first * columns + across.second][grey]);
        double lower =
            across.mix(
                maps[down.second * columns + across.first][grey],
                maps[down.second * columns + across.second][grey]);
        pixels[y * size.width() + x] = (byte) Math.round(down.mix(upper, lower));
      }
    }
    return new GrayImage(size, pixels);
  }

  /** The two tiles whose centres a pixel lies between, and how far it is on its way. */
  private record Mix(int first, int second, double share) {
    static Mix of(int pixel, int length, int tiles) {
      double place = (pixel + 0.5) * tiles / length - 0.5;
      int first = (int) Math.floor(place);
      return new Mix(
          Math.clamp(first, 0, tiles - 1), Math.clamp(first + 1, 0, tiles - 1), place - first);
    }

    double mix(double before, double after) {
      return before + share * (after - before);
    }
  }

  private int[] map(GrayImage image, int left, int top, int right, int bottom) {
    int[] histogram = new int[GREYS];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        histogram[image.at(x, y)]++;
      }
    }
    double pixels = (double) (right - left) * (bottom - top);
    double limit = clipLimit * pixels / GREYS;
    double excess = 0;
    for (int count : histogram) {
      excess += Math.max(0, count - limit);
    }
    int[] map = new int[GREYS];
    double sum = 0;
    for (int grey = 0; grey < GREYS; grey++) {
      double here = Math.min(histogram[grey], limit) + excess / GREYS;
      // Half of a grey's own pixels count, so that a flat histogram leaves each grey where it is.
      map[grey] = (int) Math.round(Math.clamp((sum + here / 2) * GREYS / pixels - 0.5, 0, 255));
      sum += here;
    }
    return map;
  }
}
