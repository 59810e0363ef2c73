package org.keypointstudio.ui.canvas;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.ColorImage;
import org.keypointstudio.model.FacePixels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.ui.thread.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Faces as pictures for the screen: read and converted in the background, kept in a bounded cache.
 * To be called on the window's thread.
 */
public final class FaceImages {
  private static final Logger LOG = LoggerFactory.getLogger(FaceImages.class);
  private static final int MOST_IMAGES = 1_000;

  /** Of all pictures together: 256 MB. */
  private static final long MOST_PIXELS = 64L << 20;

  private final Executor background;
  private final UiThread uiThread;
  private final SmallFaces small;

  /** The picture that was used longest ago comes first. */
  private final SequencedMap<Key, Image> cache = new LinkedHashMap<>(16, 0.75f, true);

  private long cachedPixels;

  private record Key(FaceDataSet dataSet, int face, Tone tone) {}

  /**
   * An empty cache.
   *
   * @param background reads and converts
   * @param uiThread gets the pictures
   */
  public FaceImages(Executor background, UiThread uiThread) {
    this.background = background;
    this.uiThread = uiThread;
    this.small = new SmallFaces(background, uiThread);
  }

  /** The same faces as small pictures. */
  public SmallFaces small() {
    return small;
  }

  /** The picture, if it is at hand. */
  public Optional<Image> cached(FaceDataSet dataSet, int face, Tone tone) {
    return Optional.ofNullable(cache.get(new Key(dataSet, face, tone)));
  }

  /**
   * Gets a picture: at once if it is at hand, later otherwise, never if it cannot be read.
   *
   * @param stillWanted looked at before the work begins, so that what was scrolled past costs
   *     nothing; called on a background thread
   * @param receiver called on the window's thread
   */
  public void request(
      FaceDataSet dataSet,
      int face,
      Tone tone,
      BooleanSupplier stillWanted,
      Consumer<Image> receiver) {
    Optional<Image> present = cached(dataSet, face, tone);
    if (present.isPresent()) {
      receiver.accept(present.get());
      return;
    }
    background.execute(
        () -> {
          if (!stillWanted.getAsBoolean()) {
            return;
          }
          try {
            Image image = toImage(dataSet.pixels(face), tone);
            uiThread.execute(
                () -> {
                  keep(new Key(dataSet, face, tone), image);
                  receiver.accept(image);
                });
          } catch (IOException problem) {
            LOG.warn("Image {} of {} cannot be shown", face, dataSet.path(), problem);
          }
        });
  }

  private void keep(Key key, Image image) {
    if (cache.putIfAbsent(key, image) == null) {
      cachedPixels += pixels(image);
    }
    while (cache.size() > MOST_IMAGES || (cachedPixels > MOST_PIXELS && cache.size() > 1)) {
      cachedPixels -= pixels(cache.pollFirstEntry().getValue());
    }
  }

  /**
   * Lets go of the pictures of all data sets but one, which would keep those data sets from being
   * let go of.
   */
  public void keepOnly(Optional<FaceDataSet> open) {
    cache.keySet().removeIf(key -> open.filter(key.dataSet()::equals).isEmpty());
    cachedPixels = cache.values().stream().mapToLong(FaceImages::pixels).sum();
    small.keepOnly(open);
  }

  private static long pixels(Image image) {
    return Math.round(image.getWidth() * image.getHeight());
  }

  /** The picture of a face. Slow enough to be made in the background where there are many. */
  public static Image toImage(FacePixels original, Tone tone) {
    return switch (original) {
      case GrayImage gray -> toImage(gray, tone);
      case ColorImage color -> toImage(color, tone);
    };
  }

  private static Image toImage(GrayImage original, Tone tone) {
    GrayImage gray = new LocalEqualization(tone.equalization()).apply(original);
    int[] shown = tone.lookUpTable();
    IntBuffer pixels = IntBuffer.allocate(gray.size().pixelCount());
    for (int y = 0; y < gray.height(); y++) {
      for (int x = 0; x < gray.width(); x++) {
        int grey = shown[gray.at(x, y)];
        pixels.put(0xff000000 | grey << 16 | grey << 8 | grey);
      }
    }
    return pictureOf(gray.size(), pixels);
  }

  /** Equalisation moves the brightness of a pixel and leaves the differences of its channels. */
  private static Image toImage(ColorImage original, Tone tone) {
    ImageSize size = original.size();
    GrayImage before = original.toGray();
    GrayImage after = new LocalEqualization(tone.equalization()).apply(before);
    int[] shown = tone.lookUpTable();
    IntBuffer pixels = IntBuffer.allocate(size.pixelCount());
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int rgb = original.rgbAt(x, y);
        int moved = after.at(x, y) - before.at(x, y);
        pixels.put(
            0xff000000
                | shown[Math.clamp((rgb >> 16) + moved, 0, 255)] << 16
                | shown[Math.clamp((rgb >> 8 & 0xff) + moved, 0, 255)] << 8
                | shown[Math.clamp((rgb & 0xff) + moved, 0, 255)]);
      }
    }
    return pictureOf(size, pixels);
  }

  private static Image pictureOf(ImageSize size, IntBuffer pixels) {
    pixels.flip();
    return new WritableImage(
        new PixelBuffer<>(
            size.width(), size.height(), pixels, PixelFormat.getIntArgbPreInstance()));
  }
}
