package org.keypointstudio.training.loop;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.network.InputFrame;

/**
 * How one face is varied once.
 *
 * @param map where a pixel of the face goes
 * @param mirrored whether the map mirrors, so that left and right keypoints change places
 * @param brightness added to the standardised greys
 * @param contrast factor of the standardised greys
 * @param noise standard deviation of the noise on the standardised greys
 * @param noiseSeed what the noise depends on
 * @param blur strength of the blur, 0 to 1
 */
record Distortion(
    AffineMap map,
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

  /** Changes the greys of one standardised image in place. */
  void changeGreys(float[] image, int offset, InputFrame frame) {
    if (blur > 0) {
      blurAlong(image, offset, frame.pixelCount(), 1);
      blurAlong(image, offset, frame.pixelCount(), frame.width());
    }
    float factor = (float) contrast;
    float shift = (float) brightness;
    for (int i = offset; i < offset + frame.pixelCount(); i++) {
      image[i] = image[i] * factor + shift;
    }
    if (noise > 0) {
      addNoise(image, offset, frame.pixelCount());
    }
  }

  /** The pixel keeps 1 − blur/2 of itself and takes a quarter of blur from either neighbour. */
  private void blurAlong(float[] image, int offset, int count, int step) {
    float side = (float) blur / 4;
    float kept = 1 - 2 * side;
    float[] source = new float[count];
    System.arraycopy(image, offset, source, 0, count);
    for (int i = step; i < count - step; i++) {
      image[offset + i] = kept * source[i] + side * (source[i - step] + source[i + step]);
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
