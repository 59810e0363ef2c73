package org.keypointstudio.dataset.statistics;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.task.TaskContext;

/**
 * The {@link ImageFacts} of all faces of a data set, in two numbers a face. Immutable.
 *
 * <p>Measuring reads every image once, so it belongs into a background task.
 */
public final class ImageFactsTable {
  private static final int FACES_PER_REPORT = 200;

  private final float[] brightness;
  private final float[] sharpness;

  private ImageFactsTable(float[] brightness, float[] sharpness) {
    this.brightness = brightness;
    this.sharpness = sharpness;
  }

  /**
   * Measures every image, on all processors. An image that cannot be read is listed by {@link
   * #unreadable}; the others are measured all the same.
   *
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static ImageFactsTable measure(FaceDataSet dataSet, TaskContext context) {
    float[] brightness = new float[dataSet.size()];
    float[] sharpness = new float[dataSet.size()];
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, dataSet.size())
        .parallel()
        .forEach(
            face -> {
              context.throwIfCancelled();
              Optional<ImageFacts> facts = measured(dataSet, face);
              brightness[face] = facts.map(it -> (float) it.brightness()).orElse(Float.NaN);
              sharpness[face] = facts.map(it -> (float) it.sharpness()).orElse(Float.NaN);
              int measured = done.incrementAndGet();
              if (measured % FACES_PER_REPORT == 0) {
                context.report(measured, dataSet.size(), "Measuring images");
              }
            });
    return new ImageFactsTable(brightness, sharpness);
  }

  private static Optional<ImageFacts> measured(FaceDataSet dataSet, int face) {
    try {
      return Optional.of(ImageFacts.of(dataSet.image(face)));
    } catch (IOException _) {
      // The face is listed by unreadable(); opening already told the person about the image.
      return Optional.empty();
    }
  }

  /**
   * A table of facts that are known already.
   *
   * @param facts one a face; empty where the image cannot be read
   */
  public static ImageFactsTable of(List<Optional<ImageFacts>> facts) {
    float[] brightness = new float[facts.size()];
    float[] sharpness = new float[facts.size()];
    for (int face = 0; face < brightness.length; face++) {
      Optional<ImageFacts> known = facts.get(face);
      brightness[face] = known.map(it -> (float) it.brightness()).orElse(Float.NaN);
      sharpness[face] = known.map(it -> (float) it.sharpness()).orElse(Float.NaN);
    }
    return new ImageFactsTable(brightness, sharpness);
  }

  /** The number of faces. */
  public int size() {
    return brightness.length;
  }

  /** What was measured on the image of a face; empty if it cannot be read. */
  public Optional<ImageFacts> facts(int face) {
    return Float.isNaN(brightness[face])
        ? Optional.empty()
        : Optional.of(new ImageFacts(brightness[face], sharpness[face]));
  }

  /** The faces whose images cannot be read, in order. */
  public int[] unreadable() {
    return IntStream.range(0, size()).filter(face -> Float.isNaN(brightness[face])).toArray();
  }

  @Override
  public String toString() {
    return "ImageFactsTable of %d faces, %d unreadable"
        .formatted(size(), Arrays.stream(unreadable()).count());
  }
}
