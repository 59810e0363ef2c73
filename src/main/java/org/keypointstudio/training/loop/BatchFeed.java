package org.keypointstudio.training.loop;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.keypointstudio.training.Augmentation;

/**
 * Deals the training faces into batches, in a new order each epoch. What a batch holds depends on
 * the seed and on its number alone, so a run that is resumed goes on with the same batches.
 */
final class BatchFeed {
  /** Odd numbers that keep the generators of all epochs and of all steps apart. */
  private static final long EPOCH_STRIDE = 0xd1342543de82ef95L;

  private static final long STEP_STRIDE = 0xaf251af3b0f025b5L;

  private final EncodedFaces faces;
  private final int batchSize;
  private final Augmentation augmentation;
  private final long seed;
  private final int[] order;
  private long orderedEpoch = -1;

  /** A feed whose order and distortions depend on the seed alone. */
  BatchFeed(EncodedFaces faces, int batchSize, Augmentation augmentation, long seed) {
    this.faces = faces;
    this.batchSize = batchSize;
    this.augmentation = augmentation;
    this.seed = seed;
    order = new int[faces.size()];
  }

  /** Steps in one pass over the faces. */
  int batchesPerEpoch() {
    return Math.ceilDiv(faces.size(), batchSize);
  }

  /**
   * Fills the batch with the faces of a step.
   *
   * @param step counted from 0 at the start of the run
   */
  void fill(Batch batch, long step) {
    shuffle(step / batchesPerEpoch());
    int first = Math.toIntExact(step % batchesPerEpoch()) * batchSize;
    int count = Math.min(order.length - first, batchSize);
    SplittableRandom random = new SplittableRandom(seed + STEP_STRIDE * (step + 1));
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

  private void shuffle(long epoch) {
    if (epoch == orderedEpoch) {
      return;
    }
    orderedEpoch = epoch;
    Arrays.setAll(order, i -> i);
    SplittableRandom random = new SplittableRandom(seed + EPOCH_STRIDE * (epoch + 1));
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
