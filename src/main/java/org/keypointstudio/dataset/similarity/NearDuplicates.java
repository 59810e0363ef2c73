package org.keypointstudio.dataset.similarity;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.task.CancelToken;

/**
 * Finds images that show the same picture: copies that were compressed anew, brightened, blurred or
 * shifted by a pixel.
 *
 * <p>Two images are near duplicates if at most 24 of the 256 bits of their perceptual hashes differ
 * and their thumbnails correlate by at least 0.98. Images of fewer than 17 × 16 pixels, and images
 * of one grey, are near duplicates of nothing.
 */
public final class NearDuplicates {
  private static final int MOST_DIFFERING_BITS = 24;
  private static final double LEAST_CORRELATION = 0.98;

  private NearDuplicates() {}

  /**
   * Two images that show the same picture.
   *
   * @param first position of the one that comes first
   * @param second position of the other
   */
  public record Pair(int first, int second) {}

  /**
   * All pairs of near duplicates. The time grows with the square of the number of images: 7,000 are
   * 25 million comparisons of four words.
   *
   * @throws CancellationException if cancelled
   */
  public static List<Pair> pairs(List<GrayImage> images, CancelToken cancelToken) {
    List<Thumbnail> thumbnails = images.parallelStream().map(Thumbnail::of).toList();
    int[] telling =
        IntStream.range(0, images.size())
            .filter(i -> Thumbnail.canTell(images.get(i), thumbnails.get(i)))
            .toArray();
    return among(IntStream.of(telling).mapToObj(thumbnails::get).toList(), cancelToken).stream()
        .map(pair -> new Pair(telling[pair.first()], telling[pair.second()]))
        .toList();
  }

  /** All pairs among thumbnails that can tell. */
  static List<Pair> among(List<Thumbnail> thumbnails, CancelToken cancelToken) {
    return IntStream.range(0, thumbnails.size())
        .parallel()
        .boxed()
        .<Pair>mapMulti(
            (second, found) -> {
              cancelToken.throwIfCancelled();
              Thumbnail thumbnail = thumbnails.get(second);
              for (int first = 0; first < second; first++) {
                if (areAlike(thumbnails.get(first), thumbnail)) {
                  found.accept(new Pair(first, second));
                }
              }
            })
        .toList();
  }

  private static boolean areAlike(Thumbnail one, Thumbnail other) {
    return one.differingBits(other) <= MOST_DIFFERING_BITS
        && one.correlation(other) >= LEAST_CORRELATION;
  }
}
