package org.keypointstudio.backend.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.training.BlobFaces;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.loop.Checkpoint;
import org.keypointstudio.training.loop.RunJournal;
import org.keypointstudio.training.loop.TrainingSession;

class SlowDiskTest {
  private static final Duration LIMIT = Duration.ofMillis(300);

  /** Takes longer to save than the run may take. */
  private static final class SlowJournal implements RunJournal {
    @Override
    public void requireRoom(long parameters) {}

    @Override
    public void log(String sentence) {}

    @Override
    public void append(TrainingListener.Epoch epoch) {}

    @Override
    public void saveBest(Checkpoint checkpoint) {}

    @Override
    public void saveLast(Checkpoint checkpoint) {
      long end = System.nanoTime() + LIMIT.toNanos();
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(LIMIT.toNanos());
      }
    }
  }

  @Test
  void a_run_whose_time_ends_while_it_is_saved_judges_no_empty_epoch() throws TrainingException {
    TrainingSession session =
        new TrainingSession(
            new NativeEngine(),
            BlobFaces.of(20, 1),
            new SlowJournal(),
            new TrainingListener() {},
            new TrainingControl(new CancelToken()));

    RunRecord run =
        session
            .start(
                TrainingConfig.defaults(ModelKind.SEQUENTIAL).withMaxDuration(LIMIT),
                Optional.empty())
            .record();

    assertThat(run.outcome()).isEqualTo(RunRecord.Outcome.TIME_UP);
    assertThat(run.epochs()).hasSize(1);
  }
}
