package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.BlobFaces;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.network.InputFrame;
import org.keypointstudio.training.network.TargetScaling;

class BatchFeedTest {
  private static final InputFrame FRAME = new InputFrame(96, 96);
  private static final int FACES = 7;
  private static final int BATCH_SIZE = 3;

  private final TrainingFaces snapshot = BlobFaces.of(FACES, 1);
  private final EncodedFaces faces =
      new EncodedFaces(snapshot, IntStream.range(0, FACES).toArray(), FRAME);

  @Test
  void each_epoch_shows_every_face_once_in_another_order() {
    BatchFeed feed = new BatchFeed(faces, BATCH_SIZE, Augmentation.none(), 5);

    List<Float> first = targets(feed, 0, 3);
    List<Float> second = targets(feed, 3, 6);

    assertThat(first).hasSize(6 * FACES).isNotEqualTo(second);
    assertThat(second).containsExactlyInAnyOrderElementsOf(first);
  }

  @Test
  void a_batch_depends_on_its_number_alone() {
    List<Float> all = targets(new BatchFeed(faces, BATCH_SIZE, Augmentation.strong(), 5), 0, 9);
    BatchFeed resumed = new BatchFeed(faces, BATCH_SIZE, Augmentation.strong(), 5);

    List<Float> last = targets(resumed, 4, 9);

    assertThat(all).endsWith(last.toArray(Float[]::new));
  }

  private List<Float> targets(BatchFeed feed, long fromStep, long toStep) {
    var scaling = new TargetScaling(Collections.nCopies(6, 0.0), 1);
    Batch batch = new Batch(BATCH_SIZE, snapshot.schema(), FRAME, scaling);
    List<Float> targets = new ArrayList<>();
    for (long step = fromStep; step < toStep; step++) {
      feed.fill(batch, step);
      for (float target : Arrays.copyOf(batch.targets(), batch.valueCount())) {
        targets.add(target);
      }
    }
    return targets;
  }
}
