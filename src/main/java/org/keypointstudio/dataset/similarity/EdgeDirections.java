package org.keypointstudio.dataset.similarity;

import org.keypointstudio.model.GrayImage;

/**
 * What runs in which direction in which part of an image: histograms of oriented gradients (Dalal
 * and Triggs, "Histograms of oriented gradients for human detection", CVPR 2005). Two faces are
 * alike in them if their eyes, brows and mouths lie and look alike, whatever the light is.
 */
public final class EdgeDirections {
  /** The image is looked at with this many pixels to a side. */
  private static final int SIDE = 96;

  private static final int CELL = 12;
  private static final int CELLS = SIDE / CELL;
  private static final int DIRECTIONS = 8;

  /** Gradients of a cell below this, in grey levels, are rather noise than a face. */
  private static final double NOISE = 20;

  private EdgeDirections() {}

  /**
   * The directions in each of 8 × 8 cells, each cell of a length of at most 1; all zero for an
   * image on which nothing can be seen.
   */
  public static float[] of(GrayImage image) {
    double[][] greys = reduced(image);
    double[] sums = new double[CELLS * CELLS * DIRECTIONS];
    for (int y = 1; y < SIDE - 1; y++) {
      for (int x = 1; x < SIDE - 1; x++) {
        add(sums, x, y, greys[y][x + 1] - greys[y][x - 1], greys[y + 1][x] - greys[y - 1][x]);
      }
    }
    float[] directions = new float[sums.length];
    for (int cell = 0; cell < CELLS * CELLS; cell++) {
      double squares = NOISE * NOISE;
      for (int d = cell * DIRECTIONS; d < (cell + 1) * DIRECTIONS; d++) {
        squares += sums[d] * sums[d];
      }
      for (int d = cell * DIRECTIONS; d < (cell + 1) * DIRECTIONS; d++) {
        directions[d] = (float) (sums[d] / Math.sqrt(squares));
      }
    }
    return directions;
  }

  /** Each pixel is the mean of those that it stands for, or the one in which it lies. */
  private static double[][] reduced(GrayImage image) {
    double[][] greys = new double[SIDE][SIDE];
    for (int y = 0; y < SIDE; y++) {
      int top = y * image.height() / SIDE;
      int bottom = Math.max(top + 1, (y + 1) * image.height() / SIDE);
      for (int x = 0; x < SIDE; x++) {
        int left = x * image.width() / SIDE;
        int right = Math.max(left + 1, (x + 1) * image.width() / SIDE);
        greys[y][x] = mean(image, left, top, right, bottom);
      }
    }
    return greys;
  }

  private static double mean(GrayImage image, int left, int top, int right, int bottom) {
    long sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += image.at(x, y);
      }
    }
    return sum / ((double) (right - left) * (bottom - top));
  }

  /** Shares a gradient out among the nearest cells and directions. */
  private static void add(double[] sums, int x, int y, double gradientX, double gradientY) {
    double length = Math.hypot(gradientX, gradientY);
    double direction = (Math.atan2(gradientY, gradientX) / Math.PI + 1) / 2 * DIRECTIONS;
    int first = (int) Math.floor(direction);
    double cellX = (x + 0.5) / CELL - 0.5;
    double cellY = (y + 0.5) / CELL - 0.5;
    for (int row = (int) Math.floor(cellY); row <= Math.floor(cellY) + 1; row++) {
      for (int column = (int) Math.floor(cellX); column <= Math.floor(cellX) + 1; column++) {
        if (row >= 0 && row < CELLS && column >= 0 && column < CELLS) {
          double share = length * (1 - Math.abs(cellX - column)) * (1 - Math.abs(cellY - row));
          int cell = (row * CELLS + column) * DIRECTIONS;
          sums[cell + first % DIRECTIONS] += share * (1 - (direction - first));
          sums[cell + (first + 1) % DIRECTIONS] += share * (direction - first);
        }
      }
    }
  }
}
