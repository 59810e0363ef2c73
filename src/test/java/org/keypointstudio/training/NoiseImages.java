package org.keypointstudio.training;

import java.util.Random;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/** Images that have nothing in common, so that none is taken for a copy of another. */
public final class NoiseImages {
  private NoiseImages() {}

  /** Random greys of 96 × 96 pixels; the same for the same seed. */
  public static GrayImage of(long seed) {
    ImageSize size = new ImageSize(96, 96);
    byte[] pixels = new byte[size.pixelCount()];
    new Random(seed).nextBytes(pixels);
    return new GrayImage(size, pixels);
  }
}
