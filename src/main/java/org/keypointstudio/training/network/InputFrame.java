package org.keypointstudio.training.network;

import org.keypointstudio.model.GrayImage;

/**
 * The image that a network takes, and how images of other sizes map to it: stretched in each
 * direction so that the edges meet.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record InputFrame(int width, int height) {

  /** The number of pixels. */
  public int pixelCount() {
    return width * height;
  }

  /** A column of an image {@code imageWidth} wide, as a column of the input. */
  public double toInputX(double x, int imageWidth) {
    return stretch(x, imageWidth, width);
  }

  /** A row of an image {@code imageHeight} high, as a row of the input. */
  public double toInputY(double y, int imageHeight) {
    return stretch(y, imageHeight, height);
  }

  /** A column of the input, as a column of an image {@code imageWidth} wide. */
  public double toImageX(double x, int imageWidth) {
    return stretch(x, width, imageWidth);
  }

  /** A row of the input, as a row of an image {@code imageHeight} high. */
  public double toImageY(double y, int imageHeight) {
    return stretch(y, height, imageHeight);
  }

  private static double stretch(double position, int from, int to) {
    // Coordinates stand at pixel centres, so the left edge of the image is at −0.5.
    return from == to ? position : (position + 0.5) * to / from - 0.5;
  }

  /** Copies an image's pixels to {@code target} from {@code offset} on, resampled if need be. */
  public void copyPixels(GrayImage image, byte[] target, int offset) {
    if (image.width() == width && image.height() == height) {
      image.copyTo(target, offset);
      return;
    }
    ResamplingWeights columns = ResamplingWeights.of(image.width(), width);
    ResamplingWeights rows = ResamplingWeights.of(image.height(), height);
    double[] stretchedRows = new double[image.height() * width];
    for (int y = 0; y < image.height(); y++) {
      int row = y;
      for (int x = 0; x < width; x++) {
        stretchedRows[y * width + x] = columns.apply(x, source -> image.at(source, row));
      }
    }
    for (int x = 0; x < width; x++) {
      int column = x;
      for (int y = 0; y < height; y++) {
        double value = rows.apply(y, source -> stretchedRows[source * width + column]);
        target[offset + y * width + x] = (byte) Math.clamp(Math.round(value), 0, 255);
      }
    }
  }

  /**
   * Scales the pixels of one input image to zero mean and unit variance.
   *
   * @param pixels unsigned bytes, the image beginning at {@code offset}
   * @param target takes the values from {@code targetOffset} on
   */
  public void standardize(byte[] pixels, int offset, float[] target, int targetOffset) {
    long sum = 0;
    long squares = 0;
    int count = pixelCount();
    for (int i = offset; i < offset + count; i++) {
      int value = pixels[i] & 0xff;
      sum += value;
      squares += (long) value * value;
    }
    Standardization standard = Standardization.of((double) sum, (double) squares, count);
    float scale = standard.scale();
    float shift = standard.shift();
    for (int i = 0; i < count; i++) {
      target[targetOffset + i] = (pixels[offset + i] & 0xff) * scale + shift;
    }
  }

  /**
   * What brings the greys of one image to zero mean and unit variance: grey · scale + shift.
   *
   * @param scale one by the standard deviation
   * @param shift the negative mean, scaled
   */
  public record Standardization(float scale, float shift) {

    /** Of so many greys with this sum and this sum of squares. */
    public static Standardization of(double sum, double squares, int count) {
      double mean = sum / count;
      double variance = Math.max(0, squares / count - mean * mean);
      // A face of one grey stays finite: one grey level counts as its deviation.
      float scale = (float) (1 / Math.max(1, Math.sqrt(variance)));
      return new Standardization(scale, (float) -mean * scale);
    }
  }
}
