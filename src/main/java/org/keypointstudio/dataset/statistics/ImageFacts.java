package org.keypointstudio.dataset.statistics;

import org.keypointstudio.model.GrayImage;

/**
 * What can be measured on the image of a face without knowing anything of the face.
 *
 * @param brightness the mean grey, 0 (black) to 255 (white)
 * @param sharpness the variance of the Laplacian (right + left + below + above − 4 × centre) over
 *     the pixels that have four neighbours, in squared grey levels: near 0 for a blurred or flat
 *     image; the larger, the more fine detail or noise. After J. L. Pech-Pacheco et al., "Diatom
 *     autofocusing in brightfield microscopy", ICPR 2000. 0 for an image of fewer than 3 × 3 pixels
 */
public record ImageFacts(double brightness, double sharpness) {

  /** Measures an image, at its full resolution. */
  public static ImageFacts of(GrayImage image) {
    int width = image.width();
    int height = image.height();
    byte[] pixels = new byte[image.size().pixelCount()];
    image.copyTo(pixels, 0);
    long greys = 0;
    for (byte pixel : pixels) {
      greys += pixel & 0xff;
    }
    return new ImageFacts((double) greys / pixels.length, sharpness(pixels, width, height));
  }

  private static double sharpness(byte[] pixels, int width, int height) {
    long sum = 0;
    long squares = 0;
    for (int y = 1; y < height - 1; y++) {
      for (int at = y * width + 1; at < y * width + width - 1; at++) {
        int laplacian =
            (pixels[at + 1] & 0xff)
                + (pixels[at - 1] & 0xff)
                + (pixels[at + width] & 0xff)
                + (pixels[at - width] & 0xff)
                - 4 * (pixels[at] & 0xff);
        sum += laplacian;
        squares += (long) laplacian * laplacian;
      }
    }
    long count = (long) Math.max(0, width - 2) * Math.max(0, height - 2);
    if (count == 0) {
      return 0;
    }
    double mean = (double) sum / count;
    return Math.max(0, (double) squares / count - mean * mean);
  }
}
