package org.keypointstudio.dataset.statistics;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.similarity.SimilarityMap;
import org.keypointstudio.dataset.similarity.SmallImages;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.task.TaskContext;

/**
 * Everything that statistics tell of a data set's images, from reading each of them once.
 *
 * @param sizes one a face; empty where the image cannot be read
 * @param facts brightness and sharpness
 * @param meanFace the mean of images spread evenly over the data set, each stretched to its size;
 *     empty if none can be read
 * @param similarity where each image lies among those that look like it
 */
public record ImageSurvey(
    List<Optional<ImageSize>> sizes,
    ImageFactsTable facts,
    Optional<GrayImage> meanFace,
    SimilarityMap similarity) {
  private static final int FACES_PER_REPORT = 100;
  private static final int MOST_FACES_OF_MEAN = 400;

  /** Copies the list. */
  public ImageSurvey {
    sizes = List.copyOf(sizes);
  }

  /**
   * Reads every image, on all processors, so it belongs into a background task.
   *
   * @param meanSize of the mean of the images
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static ImageSurvey of(FaceDataSet dataSet, ImageSize meanSize, TaskContext context) {
    int size = dataSet.size();
    SmallImages small = new SmallImages(size);
    ImageSize[] sizes = new ImageSize[size];
    ImageFacts[] facts = new ImageFacts[size];
    MeanImage mean = new MeanImage(meanSize);
    AtomicInteger done = new AtomicInteger();
    AtomicInteger inMean = new AtomicInteger();
    int stride = Math.max(1, Math.ceilDiv(size, MOST_FACES_OF_MEAN));
    IntStream.range(0, size)
        .parallel()
        .forEach(
            face -> {
              context.throwIfCancelled();
              image(dataSet, face)
                  .ifPresent(
                      image -> {
                        sizes[face] = image.size();
                        facts[face] = ImageFacts.of(image);
                        small.set(face, image);
                        if (face % stride == 0) {
                          synchronized (mean) {
                            mean.add(image);
                          }
                          inMean.incrementAndGet();
                        }
                      });
              int read = done.incrementAndGet();
              if (read % FACES_PER_REPORT == 0) {
                context.report(read, size, "Reading images");
              }
            });
    return new ImageSurvey(
        Arrays.stream(sizes).map(Optional::ofNullable).toList(),
        ImageFactsTable.of(Arrays.stream(facts).map(Optional::ofNullable).toList()),
        inMean.get() == 0 ? Optional.empty() : Optional.of(mean.mean()),
        SimilarityMap.of(small, context));
  }

  private static Optional<GrayImage> image(FaceDataSet dataSet, int face) {
    try {
      return Optional.of(dataSet.image(face));
    } catch (IOException _) {
      // The face has no facts; the person sees how many have none.
      return Optional.empty();
    }
  }
}
