package org.keypointstudio.dataset.similarity;

import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/** Smooth pictures that differ from each other as much as photographs do, and their variations. */
public final class Pictures {
  private static final int WAVES = 6;

  private Pictures() {}

  /** A sum of waves that the seed gives. */
  public static GrayImage random(int width, int height, long seed) {
    Random random = new Random(seed);
    double[] waves = random.doubles(3 * WAVES, -1, 1).toArray();
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int w = 0; w < WAVES; w++) {
          double along = waves[3 * w] * x / width + waves[3 * w + 1] * y / height;
          sum += Math.cos(2 * Math.PI * (3 * along + waves[3 * w + 2]));
        }
        pixels[y * width + x] = (byte) Math.clamp(Math.round(128 + 20 * sum), 0, 255);
      }
    }
    return new GrayImage(new ImageSize(width, height), pixels);
  }

  /** A picture whose greys went through a function. */
  public static GrayImage map(GrayImage picture, IntUnaryOperator grey) {
    byte[] pixels = new byte[picture.size().pixelCount()];
    picture.copyTo(pixels, 0);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.clamp(grey.applyAsInt(pixels[i] & 0xff), 0, 255);
    }
    return new GrayImage(picture.size(), pixels);
  }
}
