package org.keypointstudio.project.cleaning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.task.TaskContext;

/**
 * The size and a fingerprint of every image: images with the same fingerprint are the same, pixel
 * for pixel.
 *
 * @param prints one a face; empty where the image cannot be read
 */
record ImagePrints(List<Optional<Print>> prints) {
  private static final int FACES_PER_REPORT = 200;

  /**
   * One image.
   *
   * @param size in pixels
   * @param high half of the first 128 bits of the SHA-256 sum of the size and the pixels
   * @param low the other half
   */
  record Print(ImageSize size, long high, long low) {}

  /** Reads every image, on all processors. */
  static ImagePrints of(FaceDataSet dataSet, TaskContext context) {
    AtomicInteger done = new AtomicInteger();
    return new ImagePrints(
        IntStream.range(0, dataSet.size())
            .parallel()
            .mapToObj(
                face -> {
                  context.throwIfCancelled();
                  int read = done.incrementAndGet();
                  if (read % FACES_PER_REPORT == 0) {
                    context.report(read, dataSet.size(), "Reading images");
                  }
                  return print(dataSet, face);
                })
            .toList());
  }

  private static Optional<Print> print(FaceDataSet dataSet, int face) {
    try {
      GrayImage image = dataSet.image(face);
      byte[] pixels = new byte[image.size().pixelCount()];
      image.copyTo(pixels, 0);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ByteBuffer.allocate(2 * Integer.BYTES)
              .putInt(image.width())
              .putInt(image.height())
              .flip());
      ByteBuffer sum = ByteBuffer.wrap(digest.digest(pixels));
      return Optional.of(new Print(image.size(), sum.getLong(), sum.getLong()));
    } catch (IOException _) {
      // A rule may ask which images cannot be read; the others pass over them.
      return Optional.empty();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java knows SHA-256", impossible);
    }
  }

  boolean isReadable(int face) {
    return prints.get(face).isPresent();
  }

  Optional<ImageSize> size(int face) {
    return prints.get(face).map(Print::size);
  }

  /** Faces with the same image, in order, two or more each, of those that are in. */
  List<List<Integer>> sameImages(IntPredicate isIn) {
    Map<Print, List<Integer>> faces = new LinkedHashMap<>();
    for (int face = 0; face < prints.size(); face++) {
      int position = face;
      if (isIn.test(face)) {
        prints
            .get(face)
            .ifPresent(print -> faces.computeIfAbsent(print, _ -> new ArrayList<>()).add(position));
      }
    }
    return faces.values().stream().filter(group -> group.size() > 1).toList();
  }
}
