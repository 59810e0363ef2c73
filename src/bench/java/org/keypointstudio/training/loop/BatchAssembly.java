package org.keypointstudio.training.loop;

import java.util.stream.IntStream;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.network.Architectures;

/** The assembly of batches alone, with all faces varied as {@link Augmentation#strong} does. */
public final class BatchAssembly {
  private final BatchFeed feed;
  private final Batch batch;
  private long step;

  /** Batches of so many of these faces. */
  public BatchAssembly(TrainingFaces faces, int batchSize) {
    int[] all = IntStream.range(0, faces.size()).toArray();
    EncodedFaces encoded = new EncodedFaces(faces, all, Architectures.FRAME);
    feed = new BatchFeed(encoded, batchSize, Augmentation.strong(), 1);
    batch = new Batch(batchSize, faces.schema(), Architectures.FRAME, MeanFace.scalingOf(encoded));
  }

  /** Assembles the next batch. */
  public void next() {
    feed.fill(batch, step++);
  }
}
