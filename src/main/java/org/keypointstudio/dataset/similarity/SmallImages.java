package org.keypointstudio.dataset.similarity;

import org.keypointstudio.model.GrayImage;

/**
 * Images reduced to 24 × 24 greys by averaging, freed of their brightness and contrast, one signed
 * byte a grey: what they show, in little memory. Different images may be set by several threads.
 */
public final class SmallImages implements FaceVectors {
  /** Width and height of a reduced image. */
  static final int SIDE = 24;

  /** Numbers an image. */
  static final int LENGTH = SIDE * SIDE;

  /** One standard deviation of an image's greys is so many steps. */
  private static final double STEPS_PER_DEVIATION = 32;

  private final byte[] greys;
  private final boolean[] known;

  /** Room for so many images, none of which is known. */
  public SmallImages(int count) {
    greys = new byte[Math.multiplyExact(count, LENGTH)];
    known = new boolean[count];
  }

  @Override
  public int size() {
    return known.length;
  }

  @Override
  public int length() {
    return LENGTH;
  }

  /** Whether an image was set, and shows something. */
  @Override
  public boolean isKnown(int index) {
    return known[index];
  }

  /** Takes an image in; one of a single grey shows nothing and stays unknown. */
  public void set(int index, GrayImage image) {
    double[] cells = new double[LENGTH];
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double mean = cellMean(image, column, row);
        cells[row * SIDE + column] = mean;
        sum += mean;
        squares += mean * mean;
      }
    }
    double mean = sum / LENGTH;
    double deviation = Math.sqrt(Math.max(0, squares / LENGTH - mean * mean));
    if (deviation < 1e-6) {
      return;
    }
    for (int cell = 0; cell < LENGTH; cell++) {
      double scaled = STEPS_PER_DEVIATION * (cells[cell] - mean) / deviation;
      greys[index * LENGTH + cell] =
          (byte) Math.round(Math.clamp(scaled, Byte.MIN_VALUE, Byte.MAX_VALUE));
    }
    known[index] = true;
  }

  /** The mean grey of a cell; of the nearest pixel where the image is smaller than the cells. */
  private static double cellMean(GrayImage image, int column, int row) {
    int left = column * image.width() / SIDE;
    int right = Math.max(left + 1, (column + 1) * image.width() / SIDE);
    int top = row * image.height() / SIDE;
    int bottom = Math.max(top + 1, (row + 1) * image.height() / SIDE);
    long sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += image.at(x, y);
      }
    }
    return (double) sum / ((long) (right - left) * (bottom - top));
  }

  /** One grey of an image, in standard deviations of the image. */
  @Override
  public double at(int index, int cell) {
    return greys[index * LENGTH + cell] / STEPS_PER_DEVIATION;
  }
}
