package org.keypointstudio.dataset.similarity;

import java.util.ArrayList;
import java.util.Comparator;
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
  /** Of the hashes of two images that show the same picture. */
  static final int MOST_DIFFERING_BITS = 24;

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
   * All pairs of near duplicates, by their second and then their first image. Few images are
   * compared with each other: {@link HashIndex} finds those that may be alike.
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
    List<HashIndex> indexes = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    for (int part = 0; part < HashIndex.PARTS; part++) {
      HashIndex index = new HashIndex(thumbnails, part);
      List<HashIndex> earlier = List.copyOf(indexes);
      IntStream.range(0, thumbnails.size())
          .parallel()
          .boxed()
          .<Pair>mapMulti(
              (second, found) -> {
                cancelToken.throwIfCancelled();
                index.findBefore(
                    second,
                    first -> {
                      if (areAlike(thumbnails.get(first), thumbnails.get(second))
                          && earlier.stream().noneMatch(it -> it.isClose(first, second))) {
                        found.accept(new Pair(first, second));
                      }
                    });
              })
          .forEachOrdered(pairs::add);
      indexes.add(index);
    }
    pairs.sort(Comparator.comparingInt(Pair::second).thenComparingInt(Pair::first));
    return List.copyOf(pairs);
  }

  private static boolean areAlike(Thumbnail one, Thumbnail other) {
    return one.differingBits(other) <= MOST_DIFFERING_BITS
        && one.correlation(other) >= LEAST_CORRELATION;
  }
}
