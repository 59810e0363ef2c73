package org.keypointstudio.ui.canvas;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/**
 * A picture that is scaled to pixels of the screen: one {@link ScaledPlane} if it is grey, else one
 * for each of its channels.
 */
final class ScaledImage {
  private static final int BLUE = 0;
  private static final int GREEN = 8;
  private static final int RED = 16;
  private static final int ALPHA_AND_RED = 0xffff0000;
  private static final int GREEN_ONLY = 0xff00;
  private static final int BLUE_ONLY = 0xff;

  private final List<ScaledPlane> planes;
  private int[] green = new int[0];
  private int[] blue = new int[0];

  /** A copy of a picture. */
  ScaledImage(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    IntStream channels = isGrey(pixels) ? IntStream.of(BLUE) : IntStream.of(RED, GREEN, BLUE);
    planes =
        channels.mapToObj(shift -> new ScaledPlane(width, height, channel(pixels, shift))).toList();
  }

  private static boolean isGrey(int[] pixels) {
    return Arrays.stream(pixels)
        .allMatch(
            pixel ->
                (pixel & 0xff) == (pixel >> GREEN & 0xff)
                    && (pixel & 0xff) == (pixel >> RED & 0xff));
  }

  private static int[] channel(int[] pixels, int shift) {
    int[] values = new int[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = pixels[i] >> shift & 0xff;
    }
    return values;
  }

  /**
   * Paints the picture; what it does not cover becomes transparent.
   *
   * @param target ARGB row by row
   * @param width of the target, in pixels
   * @param transform where the picture stands in the target
   * @param smooth whether enlarged pixels are blended; reduced ones always are
   */
  void paint(int[] target, int width, ViewTransform transform, boolean smooth) {
    planes.getFirst().paint(target, width, transform, smooth);
    if (planes.size() > 1) {
      if (green.length != target.length) {
        green = new int[target.length];
        blue = new int[target.length];
      }
      planes.get(1).paint(green, width, transform, smooth);
      planes.get(2).paint(blue, width, transform, smooth);
      for (int i = 0; i < target.length; i++) {
        target[i] = (target[i] & ALPHA_AND_RED) | (green[i] & GREEN_ONLY) | (blue[i] & BLUE_ONLY);
      }
    }
  }
}
