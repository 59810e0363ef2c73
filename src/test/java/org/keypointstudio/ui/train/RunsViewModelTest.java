package org.keypointstudio.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.project.RunLabel;
import org.keypointstudio.project.RunLabels;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.ScriptedTrainer;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.UiThread;

class RunsViewModelTest {
  private @TempDir Path home;
  private StudioSession session;
  private FakeDialogs dialogs;
  private Notifications notifications;
  private RunsViewModel runs;

  @BeforeEach
  void train_two_models() {
    CurrentThreadTaskExecutor executor = new CurrentThreadTaskExecutor();
    TrainFixture fixture =
        TrainFixture.of(ScriptedTrainer.quick(), executor, executor, UiThread.direct(), home)
            .open();
    for (ModelKind model : List.of(ModelKind.CNN, ModelKind.SEQUENTIAL)) {
      fixture.training().configuration().set(TrainingConfig.defaults(model));
      fixture.training().train();
    }
    session = fixture.session();
    dialogs = fixture.dialogs();
    notifications = fixture.notifications();
    List.copyOf(notifications.shown()).forEach(notifications::dismiss);
    runs = fixture.training().runs();
  }

  private TrainingRun run(String name) {
    return runs.all().stream().filter(run -> run.name().equals(name)).findFirst().orElseThrow();
  }

  private RunLabel kept(String folder) throws IOException {
    return new RunLabels().read(home.resolve(folder));
  }

  private List<String> models() {
    return session.models().stream().map(ModelEntry::name).toList();
  }

  @Test
  void a_renamed_run_and_its_model_keep_place_predictions_and_curves() throws IOException {
    TrainingRun run = run("cnn 1");

    runs.rename(run, "  with glasses ");

    assertThat(runs.all())
        .extracting(TrainingRun::name)
        .containsExactly("sequential 1", "with glasses");
    assertThat(runs.all().getLast()).isSameAs(run);
    assertThat(models()).containsExactly("with glasses", "sequential 1");
    assertThat(session.models().getFirst().prediction(0)).isPresent();
    assertThat(kept("cnn-1").name()).isEqualTo("with glasses");
  }

  @Test
  void an_empty_name_gives_a_run_its_own_name_back() throws IOException {
    runs.rename(run("cnn 1"), "with glasses");

    runs.rename(run("with glasses"), " ");

    assertThat(models()).containsExactly("cnn 1", "sequential 1");
    assertThat(kept("cnn-1").name()).isEmpty();
  }

  @Test
  void a_name_that_another_run_has_is_refused() {
    runs.rename(run("cnn 1"), "sequential 1");

    assertThat(models()).containsExactly("cnn 1", "sequential 1");
    assertThat(notifications.shown().getFirst().message())
        .isEqualTo("Another run is called sequential 1 already; choose another name.");
  }

  @Test
  void a_name_that_a_later_run_will_have_is_refused() {
    runs.rename(run("cnn 1"), "cnn-flip 3");

    assertThat(models()).containsExactly("cnn 1", "sequential 1");
    assertThat(notifications.shown().getFirst().message())
        .isEqualTo("A later run may come to be called cnn-flip 3; choose a name of another kind.");
  }

  @Test
  void a_name_that_nobody_could_read_is_refused() {
    runs.rename(run("cnn 1"), "x".repeat(81));

    assertThat(models()).containsExactly("cnn 1", "sequential 1");
    assertThat(notifications.shown()).hasSize(1);
  }

  @Test
  void notes_are_kept_beside_the_run() throws IOException {
    runs.note(run("cnn 1"), "Eyebrows better.");
    runs.rename(run("cnn 1"), "with glasses");

    assertThat(kept("cnn-1")).isEqualTo(new RunLabel("with glasses", "Eyebrows better.", false));
  }

  @Test
  void a_note_that_cannot_be_kept_is_told_of() throws IOException {
    Files.delete(home.resolve("cnn-1"));

    runs.note(run("cnn 1"), "Eyebrows better.");

    assertThat(notifications.shown().getFirst().message())
        .startsWith("What was said about cnn 1 could not be kept: ");
  }

  @Test
  void the_run_in_use_is_the_only_one_whose_points_are_drawn() throws IOException {
    runs.useForPredictions(run("sequential 1"));
    assertThat(session.models())
        .extracting(model -> model.shownProperty().get())
        .containsExactly(false, true);

    runs.useForPredictions(run("cnn 1"));
    assertThat(session.models())
        .extracting(model -> model.shownProperty().get())
        .containsExactly(true, false);
    assertThat(kept("cnn-1").usedForPredictions()).isTrue();
    assertThat(kept("sequential-1").usedForPredictions()).isFalse();
  }

  @Test
  void a_run_is_deleted_only_if_the_person_agrees() {
    runs.delete(List.of(run("cnn 1")));
    assertThat(models()).contains("cnn 1");
    assertThat(home.resolve("cnn-1")).exists();

    dialogs.willAgreeToLosses();
    runs.delete(List.of(run("cnn 1")));

    assertThat(models()).containsExactly("sequential 1");
    assertThat(runs.all()).hasSize(1);
    assertThat(home.resolve("cnn-1")).doesNotExist();
    assertThat(dialogs.questions()).containsOnly("Delete the run cnn 1?");
  }

  @Test
  void several_runs_are_deleted_at_once() {
    dialogs.willAgreeToLosses();

    runs.delete(List.copyOf(runs.all()));

    assertThat(models()).isEmpty();
    assertThat(runs.selectedProperty().get()).isEmpty();
    assertThat(dialogs.questions()).containsExactly("Delete 2 runs?");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void runs_are_listed_in_the_chosen_order() {
    runs.rename(run("sequential 1"), "Zoe");
    runs.rename(run("cnn 1"), "adam");
    assertThat(runs.inOrder()).extracting(TrainingRun::name).containsExactly("Zoe", "adam");

    runs.orderProperty().set(RunOrder.NAME);

    assertThat(runs.inOrder()).extracting(TrainingRun::name).containsExactly("adam", "Zoe");
  }

  @Test
  void runs_that_are_chosen_together_are_held_against_the_first() {
    runs.choose(run("cnn 1"), List.copyOf(runs.all()));

    assertThat(runs.selectedProperty().get()).contains(run("cnn 1"));
    assertThat(runs.overlaid()).containsExactly(run("sequential 1"));
    assertThat(runs.chosen()).containsExactly(run("cnn 1"), run("sequential 1"));
  }
}
