package org.keypointstudio.ui.canvas;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.ColorImage;
import org.keypointstudio.model.FacePixels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.ui.thread.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Faces as small pictures, of which thousands are at hand whatever the size of their images: read
 * and made smaller in the background, kept in a bounded cache. To be called on the window's thread.
 */
public final class SmallFaces {
  private static final Logger LOG = LoggerFactory.getLogger(SmallFaces.class);

  /** Twice what a gallery shows, for screens with small pixels. */
  private static final int LONGEST_SIDE = 256;

  /** Of all pictures together: 128 MB. */
  private static final long MOST_PIXELS = 32L << 20;

  private final Executor background;
  private final UiThread uiThread;

  /** The picture that was used longest ago comes first. */
  private final SequencedMap<Key, SmallFace> cache = new LinkedHashMap<>(16, 0.75f, true);

  private long cachedPixels;

  private record Key(FaceDataSet dataSet, int face) {}

  /**
   * A face made smaller.
   *
   * @param picture of it
   * @param step how many of the image's pixels, along each side, are one of the picture's
   */
  public record SmallFace(Image picture, int step) {
    private long pixels() {
      return Math.round(picture.getWidth() * picture.getHeight());
    }
  }

  /**
   * An empty cache.
   *
   * @param background reads and makes smaller
   * @param uiThread gets the pictures
   */
  SmallFaces(Executor background, UiThread uiThread) {
    this.background = background;
    this.uiThread = uiThread;
  }

  /** The picture, if it is at hand. */
  public Optional<SmallFace> cached(FaceDataSet dataSet, int face) {
    return Optional.ofNullable(cache.get(new Key(dataSet, face)));
  }

  /**
   * Gets a picture that is not at hand; never if the image cannot be read.
   *
   * @param stillWanted looked at before the work begins, so that what was scrolled past costs
   *     nothing; called on a background thread
   * @param receiver called on the window's thread
   */
  public void request(
      FaceDataSet dataSet, int face, BooleanSupplier stillWanted, Consumer<SmallFace> receiver) {
    background.execute(
        () -> {
          if (!stillWanted.getAsBoolean()) {
            return;
          }
          try {
            SmallFace small = small(dataSet.pixels(face));
            uiThread.execute(
                () -> {
                  keep(new Key(dataSet, face), small);
                  receiver.accept(small);
                });
          } catch (IOException problem) {
            LOG.warn("Image {} of {} cannot be shown", face, dataSet.path(), problem);
          }
        });
  }

  private void keep(Key key, SmallFace small) {
    if (cache.putIfAbsent(key, small) == null) {
      cachedPixels += small.pixels();
    }
    while (cachedPixels > MOST_PIXELS && cache.size() > 1) {
      cachedPixels -= cache.pollFirstEntry().getValue().pixels();
    }
  }

  /** Lets go of the pictures of all data sets but one. */
  void keepOnly(Optional<FaceDataSet> open) {
    cache.keySet().removeIf(key -> open.filter(key.dataSet()::equals).isEmpty());
    cachedPixels = cache.values().stream().mapToLong(SmallFace::pixels).sum();
  }

  /** Slow enough to be made in the background. */
  static SmallFace small(FacePixels image) {
    ImageSize size = image.size();
    int step = Math.ceilDiv(Math.max(size.width(), size.height()), LONGEST_SIDE);
    FacePixels small =
        switch (image) {
          case GrayImage gray -> mean(gray, step);
          case ColorImage color -> mean(color, step);
        };
    return new SmallFace(FaceImages.toImage(small, Tone.NEUTRAL), step);
  }

  private static ImageSize smaller(ImageSize size, int step) {
    return new ImageSize(Math.max(1, size.width() / step), Math.max(1, size.height() / step));
  }

  /** Each pixel the mean of a square, as for grey images. */
  private static ColorImage mean(ColorImage image, int step) {
    if (step == 1) {
      return image;
    }
    ImageSize size = smaller(image.size(), step);
    int[] pixels = new int[size.pixelCount()];
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        pixels[y * size.width() + x] = meanColor(image, x * step, y * step, step);
      }
    }
    return new ColorImage(size, pixels);
  }

  private static int meanColor(ColorImage image, int left, int top, int step) {
    int right = Math.min(left + step, image.size().width());
    int bottom = Math.min(top + step, image.size().height());
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int rgb = image.rgbAt(x, y);
        red += rgb >> 16;
        green += rgb >> 8 & 0xff;
        blue += rgb & 0xff;
      }
    }
    double count = (right - left) * (double) (bottom - top);
    return (int) Math.round(red / count) << 16
        | (int) Math.round(green / count) << 8
        | (int) Math.round(blue / count);
  }

  /** Each pixel the mean of a square; what is left over at the right and below is left out. */
  private static GrayImage mean(GrayImage image, int step) {
    if (step == 1) {
      return image;
    }
    ImageSize size = smaller(image.size(), step);
    byte[] pixels = new byte[size.pixelCount()];
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        pixels[y * size.width() + x] = mean(image, x * step, y * step, step);
      }
    }
    return new GrayImage(size, pixels);
  }

  private static byte mean(GrayImage image, int left, int top, int step) {
    int right = Math.min(left + step, image.width());
    int bottom = Math.min(top + step, image.height());
    long sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += image.at(x, y);
      }
    }
    return (byte) Math.round((double) sum / ((right - left) * (bottom - top)));
  }
}
