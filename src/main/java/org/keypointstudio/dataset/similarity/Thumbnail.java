package org.keypointstudio.dataset.similarity;

import org.keypointstudio.model.GrayImage;

/**
 * An image reduced to 17 columns and 16 rows by averaging, and a hash of it whose bits say in which
 * of two neighbouring columns the image is brighter. Noise, compression, brightness and contrast
 * change few of the 256 bits; another face changes a third of them.
 */
public final class Thumbnail {
  private static final int COLUMNS = 17;
  private static final int ROWS = 16;

  /** Of a hash. */
  static final int HASH_BITS = ROWS * (COLUMNS - 1);

  /** A deviation of the greys below this is an image on which nothing can be seen. */
  private static final double FLAT = 1;

  private final float[] greys;
  private final long[] hash;
  private final double mean;
  private final double deviation;

  private Thumbnail(float[] greys) {
    this.greys = greys;
    double sum = 0;
    double squares = 0;
    for (float grey : greys) {
      sum += grey;
      squares += (double) grey * grey;
    }
    mean = sum / greys.length;
    deviation = Math.sqrt(Math.max(0, squares / greys.length - mean * mean));
    hash = hash(greys);
  }

  /** The reduced image. */
  public static Thumbnail of(GrayImage image) {
    double[] sums = new double[COLUMNS * ROWS];
    for (int y = 0; y < image.height(); y++) {
      int row = y * ROWS / image.height();
      for (int x = 0; x < image.width(); x++) {
        sums[row * COLUMNS + x * COLUMNS / image.width()] += image.at(x, y);
      }
    }
    float[] greys = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      int pixels =
          count(i % COLUMNS, COLUMNS, image.width()) * count(i / COLUMNS, ROWS, image.height());
      greys[i] = (float) (sums[i] / pixels);
    }
    return new Thumbnail(greys);
  }

  /** How many of {@code size} positions fall into one of {@code cells} cells. */
  private static int count(int cell, int cells, int size) {
    return Math.ceilDiv((cell + 1) * size, cells) - Math.ceilDiv(cell * size, cells);
  }

  private static long[] hash(float[] greys) {
    long[] hash = new long[HASH_BITS / Long.SIZE];
    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS - 1; x++) {
        int bit = y * (COLUMNS - 1) + x;
        if (greys[y * COLUMNS + x + 1] > greys[y * COLUMNS + x]) {
          hash[bit / Long.SIZE] |= 1L << bit;
        }
      }
    }
    return hash;
  }

  /** Whether an image has enough pixels and contrast for a thumbnail to tell it from others. */
  static boolean canTell(GrayImage image, Thumbnail thumbnail) {
    return image.width() >= COLUMNS && image.height() >= ROWS && thumbnail.deviation >= FLAT;
  }

  /** A bit of the hash, from 0 to {@link #HASH_BITS} − 1. */
  boolean hashBit(int bit) {
    return ((hash[bit / Long.SIZE] >>> bit) & 1) == 1;
  }

  /** The number of hash bits, 0 to 256, that differ. */
  int differingBits(Thumbnail other) {
    int bits = 0;
    for (int i = 0; i < hash.length; i++) {
      bits += Long.bitCount(hash[i] ^ other.hash[i]);
    }
    return bits;
  }

  /** Pearson's correlation of the greys, −1 to 1. */
  double correlation(Thumbnail other) {
    double products = 0;
    for (int i = 0; i < greys.length; i++) {
      products += (greys[i] - mean) * (other.greys[i] - other.mean);
    }
    return products / (greys.length * deviation * other.deviation);
  }
}
