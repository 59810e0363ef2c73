package org.keypointstudio.dataset.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.keypointstudio.model.GrayImage;

/**
 * Images that several faces share, of which the last few stay decoded: faces of one image mostly
 * come one after the other. A file that was changed since is read anew. Safe for use by several
 * threads; one that wants what another is reading waits for it.
 */
public final class SharedImages {
  /** Enough for each thread that reads to have one, and for the next. */
  private static final int MOST_IMAGES = 8;

  /** Of those that are kept, a byte each. */
  private static final long MOST_PIXELS = 64L << 20;

  /** The image that was used longest ago comes first. */
  private final Map<Version, FutureTask<GrayImage>> images = new LinkedHashMap<>(16, 0.75f, true);

  private record Version(Path file, FileTime changed) {}

  /**
   * A whole image.
   *
   * @throws IOException with a sentence that names the file
   */
  public GrayImage read(Path file) throws IOException {
    Version version = new Version(file, Files.getLastModifiedTime(file));
    FutureTask<GrayImage> image;
    synchronized (images) {
      image =
          images.computeIfAbsent(
              version, it -> new FutureTask<>(() -> GrayImageFile.read(it.file())));
    }
    image.run(); // does nothing if somebody runs it or has run it
    try {
      GrayImage decoded = image.get();
      dropOld();
      return decoded;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("Reading %s was interrupted.".formatted(file), interruption);
    } catch (ExecutionException failure) {
      synchronized (images) {
        images.remove(version, image);
      }
      throw failure.getCause() instanceof IOException problem
          ? problem
          : new IOException(
              "The image %s cannot be read: replace it or remove its faces.".formatted(file),
              failure);
    }
  }

  private void dropOld() {
    synchronized (images) {
      long pixels = 0;
      for (FutureTask<GrayImage> image : images.values()) {
        pixels += pixels(image);
      }
      Iterator<FutureTask<GrayImage>> oldest = images.values().iterator();
      for (int count = images.size(); count > 1; count--) {
        if (count <= MOST_IMAGES && pixels <= MOST_PIXELS) {
          return;
        }
        pixels -= pixels(oldest.next());
        oldest.remove();
      }
    }
  }

  /** What is still being read counts for nothing. */
  private static long pixels(FutureTask<GrayImage> image) {
    return image.state() == FutureTask.State.SUCCESS ? image.resultNow().size().pixelCount() : 0;
  }
}
