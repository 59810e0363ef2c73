package org.keypointstudio.training.loop;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.keypointstudio.training.Augmentation;

/** Deals the training faces into batches, in a new order each epoch. */
final class BatchFeed {
  private final EncodedFaces faces;
  private final int batchSize;
  private final Augmentation augmentation;
  private final SplittableRandom random;
  private final int[] order;
  private int next;

  /** A feed whose order and distortions depend on the seed alone. */
  BatchFeed(EncodedFaces faces, int batchSize, Augmentation augmentation, long seed) {
    this.faces = faces;
    this.batchSize = batchSize;
    this.augmentation = augmentation;
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
    int count = Math.min(order.length - next, batchSize);
    int first = next;
    next += count;
    SplittableRandom[] randoms = new SplittableRandom[count];
    Arrays.setAll(randoms, _ -> random.split());
    batch.begin(count);
    IntStream.range(0, count)
        .parallel()
        .forEach(place -> set(batch, place, order[first + place], randoms[place]));
  }

  private void set(Batch batch, int place, int face, SplittableRandom faceRandom) {
    // The order is random, so every other place of a batch is a random half of it.
    boolean mirrored = augmentation.flips() && place % 2 == 1;
    if (augmentation.movesPixels() || augmentation.changesGreys()) {
      batch.set(
          place, faces, face, Distortion.draw(augmentation, faces.frame(), mirrored, faceRandom));
    } else if (mirrored) {
      batch.setFlipped(place, faces, face);
    } else {
      batch.set(place, faces, face);
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
