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
import org.keypointstudio.model.FacePixels;
import org.keypointstudio.model.GrayImage;

/**
 * Images that several faces share, of which the last few stay decoded: faces of one image mostly
 * come one after the other. A file that was changed since is read anew. Safe for use by several
 * threads; one that wants what another is reading waits for it.
 *
 * @param <P> grey images, or images in their colours
 */
public final class SharedImages<P extends FacePixels> {
  /** Enough for each thread that reads to have one, and for the next. */
  private static final int MOST_IMAGES = 8;

  /** Of those that are kept. */
  private static final long MOST_BYTES = 64L << 20;

  private final Reader<P> reader;

  /** The image that was used longest ago comes first. */
  private final Map<Version, FutureTask<P>> images = new LinkedHashMap<>(16, 0.75f, true);

  private record Version(Path file, FileTime changed) {}

  /** Decodes a whole image. */
  @FunctionalInterface
  public interface Reader<P> {
    /**
     * The image of a file.
     *
     * @throws IOException with a sentence that names the file
     */
    P read(Path file) throws IOException;
  }

  /** Images that this reader decodes. */
  public SharedImages(Reader<P> reader) {
    this.reader = reader;
  }

  /**
   * A whole image.
   *
   * @throws IOException with a sentence that names the file
   */
  public P read(Path file) throws IOException {
    Version version = new Version(file, Files.getLastModifiedTime(file));
    FutureTask<P> image;
    synchronized (images) {
      image = images.computeIfAbsent(version, it -> new FutureTask<>(() -> reader.read(it.file())));
    }
    image.run(); // does nothing if somebody runs it or has run it
    try {
      P decoded = image.get();
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
      long bytes = 0;
      for (FutureTask<P> image : images.values()) {
        bytes += bytes(image);
      }
      Iterator<FutureTask<P>> oldest = images.values().iterator();
      for (int count = images.size(); count > 1; count--) {
        if (count <= MOST_IMAGES && bytes <= MOST_BYTES) {
          return;
        }
        bytes -= bytes(oldest.next());
        oldest.remove();
      }
    }
  }

  /** What is still being read counts for nothing. */
  private long bytes(FutureTask<P> image) {
    if (image.state() != FutureTask.State.SUCCESS) {
      return 0;
    }
    P pixels = image.resultNow();
    return (long) pixels.size().pixelCount() * (pixels instanceof GrayImage ? 1 : Integer.BYTES);
  }
}
