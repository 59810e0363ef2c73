package org.keypointstudio.training.loop;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.network.InputFrame;

/**
 * How one face is varied once.
 *
 * @param map where a pixel of the face goes
 * @param warp how the parts of the face move against each other before that
 * @param mirrored whether the map mirrors, so that left and right keypoints change places
 * @param brightness added to the standardised greys
 * @param contrast factor of the standardised greys
 * @param noise standard deviation of the noise on the standardised greys
 * @param noiseSeed what the noise depends on
 * @param blur strength of the blur, 0 to 1
 */
record Distortion(
    AffineMap map,
    LocalWarp warp,
    boolean mirrored,
    double brightness,
    double contrast,
    double noise,
    long noiseSeed,
    double blur) {

  /** A distortion within the bounds of an augmentation. */
  static Distortion draw(
      Augmentation bounds, InputFrame frame, boolean mirrored, RandomGenerator random) {
    AffineMap map =
        AffineMap.about(
            (frame.width() - 1) / 2.0,
            (frame.height() - 1) / 2.0,
            mirrored,
            within(bounds.shear(), random),
            1 + within(bounds.scale(), random),
            within(bounds.rotationDegrees(), random),
            within(bounds.shiftPixels(), random),
            within(bounds.shiftPixels(), random));
    return new Distortion(
        map,
        LocalWarp.draw(bounds.warpPixels(), frame, random),
        mirrored,
        within(bounds.brightness(), random),
        1 + within(bounds.contrast(), random),
        bounds.noise() * random.nextDouble(),
        random.nextLong(),
        bounds.blur() * random.nextDouble());
  }

  private static double within(double bound, RandomGenerator random) {
    return bound * (2 * random.nextDouble() - 1);
  }

  /**
   * Turns the greys of one image, 0 to 255, into standardised and changed ones, in place. Mean and
   * deviation are those of the image before it is changed.
   */
  void changeGreys(float[] image, int offset, InputFrame frame) {
    int count = frame.pixelCount();
    double sum = 0;
    double squares = 0;
    for (int row = offset; row < offset + count; row += frame.width()) {
      float rowSum = 0;
      float rowSquares = 0;
      for (int i = row; i < row + frame.width(); i++) {
        rowSum += image[i];
        rowSquares += image[i] * image[i];
      }
      sum += rowSum;
      squares += rowSquares;
    }
    InputFrame.Standardization standard = InputFrame.Standardization.of(sum, squares, count);
    if (blur > 0) {
      Blur.apply(image, offset, frame, (float) blur);
    }
    float factor = standard.scale() * (float) contrast;
    float shift = standard.shift() * (float) contrast + (float) brightness;
    for (int i = offset; i < offset + count; i++) {
      image[i] = image[i] * factor + shift;
    }
    if (noise > 0) {
      addNoise(image, offset, count);
    }
  }

  /** The sum of four bytes of a random number is close enough to normal, and cheap. */
  private void addNoise(float[] image, int offset, int count) {
    SplittableRandom random = new SplittableRandom(noiseSeed);
    double byteDeviation = Math.sqrt((256.0 * 256 - 1) / 12);
    float scale = (float) (noise / (2 * byteDeviation));
    for (int i = 0; i < count; i += 2) {
      long bits = random.nextLong();
      image[offset + i] += (byteSum((int) bits) - 510) * scale;
      if (i + 1 < count) {
        image[offset + i + 1] += (byteSum((int) (bits >>> 32)) - 510) * scale;
      }
    }
  }

  private static int byteSum(int bits) {
    return (bits & 0xff) + (bits >>> 8 & 0xff) + (bits >>> 16 & 0xff) + (bits >>> 24);
  }
}
