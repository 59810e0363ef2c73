package org.keypointstudio.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.ui.fake.LateTaskExecutor;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.fake.ScriptedTrainer;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.UiThread;

/** Several runs, one after the other. */
class QueueTest {
  private final LateTaskExecutor executor = new LateTaskExecutor();
  private final List<ModelKind> started = new ArrayList<>();
  private @TempDir Path home;
  private StudioSession session;
  private MemoryDataSet faces;
  private TrainViewModel training;

  @BeforeEach
  void train_on_faces() {
    TrainFixture fixture =
        TrainFixture.of(
                (config, snapshot, folder, listener, control) -> {
                  started.add(config.model());
                  if (config.model() == ModelKind.CNN_FLIP) {
                    throw new TrainingException("It does not work.");
                  }
                  return ScriptedTrainer.quick().train(config, snapshot, folder, listener, control);
                },
                executor,
                new CurrentThreadTaskExecutor(),
                UiThread.direct(),
                home)
            .open();
    session = fixture.session();
    faces = fixture.faces();
    training = fixture.training();
  }

  private void train(ModelKind model) {
    training.configuration().set(TrainingConfig.defaults(model));
    training.train();
  }

  private List<ModelKind> waiting() {
    return training.queue().waiting().stream().map(run -> run.config().model()).toList();
  }

  @Test
  void what_is_trained_while_a_run_goes_on_waits_for_its_turn() {
    train(ModelKind.CNN);
    train(ModelKind.SEQUENTIAL);
    train(ModelKind.COMPACT);

    assertThat(waiting()).containsExactly(ModelKind.SEQUENTIAL, ModelKind.COMPACT);
    executor.runAll();

    assertThat(started).containsExactly(ModelKind.CNN, ModelKind.SEQUENTIAL, ModelKind.COMPACT);
    assertThat(waiting()).isEmpty();
    assertThat(session.models())
        .extracting(ModelEntry::name)
        .containsExactly("cnn 1", "sequential 1", "compact 1");
    assertThat(training.running().get()).isFalse();
  }

  @Test
  void a_failure_does_not_stop_the_rest() {
    train(ModelKind.CNN_FLIP);
    train(ModelKind.SEQUENTIAL);

    executor.runAll();

    assertThat(started).containsExactly(ModelKind.CNN_FLIP, ModelKind.SEQUENTIAL);
    assertThat(session.models()).hasSize(1);
  }

  @Test
  void a_cancelled_run_makes_room_for_the_next() {
    train(ModelKind.CNN);
    train(ModelKind.SEQUENTIAL);

    training.cancel();
    executor.runAll();

    assertThat(started).containsExactly(ModelKind.SEQUENTIAL);
  }

  @Test
  void the_order_can_be_changed_and_runs_can_be_taken_out() {
    train(ModelKind.CNN);
    train(ModelKind.SEQUENTIAL);
    train(ModelKind.COMPACT);
    train(ModelKind.CNN_FLIP);
    QueueViewModel queue = training.queue();

    queue.move(queue.waiting().getLast(), -1);
    assertThat(waiting())
        .containsExactly(ModelKind.SEQUENTIAL, ModelKind.CNN_FLIP, ModelKind.COMPACT);
    queue.move(queue.waiting().getFirst(), -1);
    queue.move(queue.waiting().getFirst(), 2);
    assertThat(waiting())
        .containsExactly(ModelKind.CNN_FLIP, ModelKind.COMPACT, ModelKind.SEQUENTIAL);

    queue.remove(queue.waiting().getFirst());
    executor.runAll();
    assertThat(started).containsExactly(ModelKind.CNN, ModelKind.COMPACT, ModelKind.SEQUENTIAL);
  }

  @Test
  void what_waits_is_forgotten_with_its_data_set() {
    train(ModelKind.CNN);
    train(ModelKind.SEQUENTIAL);

    session.open(OpenDataSet.of(new MemoryDataSet(3)));
    executor.runAll();

    assertThat(started).containsExactly(ModelKind.CNN);
  }

  @Test
  void saving_the_data_set_keeps_what_waits() {
    train(ModelKind.CNN);
    train(ModelKind.SEQUENTIAL);

    session.rebase(faces);

    assertThat(waiting()).containsExactly(ModelKind.SEQUENTIAL);
  }
}
