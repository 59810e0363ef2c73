package org.keypointstudio.training.loop;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Deals the training faces into batches, in a new order each epoch. */
final class BatchFeed {
  private final EncodedFaces faces;
  private final int batchSize;
  private final boolean flips;
  private final RandomGenerator random;
  private final int[] order;
  private int next;

  /**
   * A feed whose order and flips depend on the seed alone.
   *
   * @param flips whether every other face of a batch is mirrored
   */
  BatchFeed(EncodedFaces faces, int batchSize, boolean flips, long seed) {
    this.faces = faces;
    this.batchSize = batchSize;
    this.flips = flips;
    random = new SplittableRandom(seed);
    order = IntStream.range(0, faces.size()).toArray();
    next = order.length;
  }

  /** Steps in one pass over the faces. */
  int batchesPerEpoch() {
    return Math.ceilDiv(faces.size(), batchSize);
  }

  /** Fills the batch with the next faces; after the last ones of an epoch begins the next epoch. */
  void fill(Batch batch) {
    if (next >= order.length) {
      shuffle();
      next = 0;
    }
    batch.clear();
    int end = Math.min(order.length, next + batchSize);
    for (; next < end; next++) {
      // The order is random, so every other place of a batch is a random half of it.
      if (flips && batch.size() % 2 == 1) {
        batch.addFlipped(faces, order[next]);
      } else {
        batch.add(faces, order[next]);
      }
    }
  }

  private void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
