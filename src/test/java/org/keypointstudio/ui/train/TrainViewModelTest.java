package org.keypointstudio.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePredictor;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.fake.ScriptedTrainer;
import org.keypointstudio.ui.notification.Notification;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.UiThread;

class TrainViewModelTest {
  private final StudioSession session = new StudioSession();
  private final Notifications notifications = new Notifications();
  private final MemoryDataSet faces = new MemoryDataSet(20);

  private TrainViewModel trainingWith(Trainer trainer) {
    CurrentThreadTaskExecutor executor = new CurrentThreadTaskExecutor();
    TrainViewModel viewModel =
        new TrainViewModel(
            session,
            new TrainServices(
                executor,
                executor,
                trainer,
                new ModelPredictions(
                    session, executor, _ -> new FakePredictor(faces, 1, 3), notifications),
                (_, model) -> Path.of("runs", model.id() + "-" + (1 + trainedModels(model))),
                new FakeDialogs(),
                UiThread.direct(),
                notifications,
                InstantSource.system()));
    viewModel.activeProperty().set(true);
    return viewModel;
  }

  private long trainedModels(ModelKind kind) {
    return session.models().stream()
        .filter(model -> model.record().config().model() == kind)
        .count();
  }

  private void openFaces() {
    session.open(OpenDataSet.of(faces));
  }

  @Test
  void can_train_once_a_data_set_is_open_and_all_numbers_fit() {
    TrainViewModel viewModel = trainingWith(ScriptedTrainer.quick());
    var canTrain = viewModel.canTrain();

    assertThat(canTrain.getValue()).isFalse();
    openFaces();
    assertThat(canTrain.getValue()).isTrue();
    viewModel.configuration().augmentation().fields().getFirst().textProperty().set("many");
    assertThat(canTrain.getValue()).isFalse();
  }

  @Test
  void a_finished_run_becomes_a_model_with_predictions_for_every_face() {
    TrainViewModel viewModel = trainingWith(ScriptedTrainer.quick());
    openFaces();

    viewModel.train();

    assertThat(session.models()).hasSize(1);
    ModelEntry model = session.models().getFirst();
    assertThat(model.name()).isEqualTo("cnn 1");
    assertThat(model.predictionsProperty().get().orElseThrow().predictions()).hasSize(20);
    assertThat(viewModel.runs().all()).hasSize(1);
    assertThat(viewModel.runs().all().getFirst().modelProperty().get()).contains(model);
    assertThat(viewModel.running().get()).isFalse();
    assertThat(notifications.shown())
        .extracting(Notification::kind)
        .containsExactly(Notification.Kind.SUCCESS);
  }

  @Test
  void points_that_were_only_accepted_are_left_out_when_the_person_says_so() {
    ScriptedTrainer trainer = ScriptedTrainer.quick();
    TrainViewModel viewModel = trainingWith(trainer);
    openFaces();
    AnnotationDocument document = session.openDataSet().orElseThrow().document();
    document.setKeypoint(0, 10, Keypoint.visible(1, 1), Origin.model("cnn 1"));
    document.setKeypoint(0, 11, Keypoint.visible(2, 2));

    viewModel.train();
    assertThat(trainer.lastFaces().orElseThrow().annotations().getFirst().isPlaced(10)).isTrue();

    viewModel.configuration().labelsProperty().set(LabelChoice.WITHOUT_ACCEPTED);
    viewModel.train();
    TrainingFaces learned = trainer.lastFaces().orElseThrow();
    assertThat(learned.annotations().getFirst().isPlaced(10)).isFalse();
    assertThat(learned.annotations().getFirst().isPlaced(11)).isTrue();
    assertThat(learned.origin().notes()).anyMatch(note -> note.contains("not learned from"));
  }

  @Test
  void every_batch_reaches_the_curves_and_the_best_epoch_is_known() {
    TrainViewModel viewModel = trainingWith(ScriptedTrainer.quick());
    openFaces();

    viewModel.train();

    RunCurves curves = viewModel.runs().all().getFirst().curves();
    assertThat(curves.batches().size()).isEqualTo(5 * ScriptedTrainer.EPOCHS);
    assertThat(curves.smoothedBatches().size()).isEqualTo(5 * ScriptedTrainer.EPOCHS);
    assertThat(curves.validation().size()).isEqualTo(ScriptedTrainer.EPOCHS);
    assertThat(curves.bestIndex()).isEqualTo(ScriptedTrainer.EPOCHS - 2);
    assertThat(curves.batchesPerEpoch()).isEqualTo(5);
    assertThat(viewModel.runs().all().getFirst().status().best().orElseThrow().epoch())
        .isEqualTo(ScriptedTrainer.EPOCHS - 1);
  }

  @Test
  void a_run_learns_from_the_labels_as_they_are_when_it_starts() {
    ScriptedTrainer trainer = ScriptedTrainer.quick();
    TrainViewModel viewModel = trainingWith(trainer);
    openFaces();
    Keypoint corrected = Keypoint.visible(12, 34);
    session.openDataSet().orElseThrow().document().setKeypoint(4, 7, corrected);

    viewModel.train();

    assertThat(trainer.lastFaces().orElseThrow().annotations().get(4).keypoint(7))
        .isEqualTo(corrected);
  }

  @Test
  void says_how_many_faces_were_corrected_since_a_run_and_retrains_it_with_its_settings() {
    TrainViewModel viewModel = trainingWith(ScriptedTrainer.quick());
    openFaces();
    viewModel.configuration().modelProperty().set(ModelKind.CNN_FLIP);
    viewModel.train();
    assertThat(viewModel.facesChangedProperty().get()).isZero();
    session.openDataSet().orElseThrow().document().setKeypoint(4, 7, Keypoint.visible(12, 34));
    assertThat(viewModel.facesChangedProperty().get()).isEqualTo(1);
    viewModel.configuration().modelProperty().set(ModelKind.SEQUENTIAL);

    viewModel.retrain();

    assertThat(session.models())
        .extracting(ModelEntry::name)
        .containsExactly("cnn-flip 1", "cnn-flip 2");
    assertThat(session.models()).extracting(ModelEntry::styleIndex).containsExactly(0, 1);
    assertThat(viewModel.runs().selectedProperty().get().orElseThrow().name())
        .isEqualTo("cnn-flip 2");
    assertThat(viewModel.facesChangedProperty().get()).isZero();
  }

  @Test
  void a_failure_is_told_in_its_own_words_and_leaves_nothing() {
    TrainViewModel viewModel =
        trainingWith(ScriptedTrainer.failing("No keypoint is labelled; label some and try again."));
    openFaces();

    viewModel.train();

    Notification told = notifications.shown().getFirst();
    assertThat(told.kind()).isEqualTo(Notification.Kind.PROBLEM);
    assertThat(told.message()).isEqualTo("No keypoint is labelled; label some and try again.");
    assertThat(viewModel.runs().all()).isEmpty();
    assertThat(viewModel.runs().selectedProperty().get()).isEmpty();
    assertThat(session.models()).isEmpty();
    assertThat(viewModel.canTrain().get()).isTrue();
  }

  @Test
  void a_model_that_cannot_be_loaded_is_kept_and_the_problem_told() {
    CurrentThreadTaskExecutor executor = new CurrentThreadTaskExecutor();
    ModelPredictions predictions =
        new ModelPredictions(
            session,
            executor,
            folder -> {
              throw new java.io.IOException(folder + " is not a whole run.");
            },
            notifications);
    openFaces();
    TrainViewModel viewModel =
        new TrainViewModel(
            session,
            new TrainServices(
                executor,
                executor,
                ScriptedTrainer.quick(),
                predictions,
                (_, _) -> Path.of("cnn-1"),
                new FakeDialogs(),
                UiThread.direct(),
                notifications,
                InstantSource.system()));

    viewModel.train();

    assertThat(session.models()).hasSize(1);
    assertThat(notifications.shown().getLast().message())
        .isEqualTo("The predictions of cnn 1 could not be made: cnn-1 is not a whole run.");
  }

  @Test
  void a_run_whose_data_set_was_closed_meanwhile_is_kept_on_disk_only() {
    TrainViewModel viewModel =
        trainingWith(
            (config, snapshot, folder, listener, control) -> {
              session.open(OpenDataSet.of(new MemoryDataSet(3)));
              return ScriptedTrainer.quick().train(config, snapshot, folder, listener, control);
            });
    openFaces();

    viewModel.train();

    assertThat(session.models()).isEmpty();
    assertThat(viewModel.runs().all()).isEmpty();
    assertThat(notifications.shown().getLast().message()).contains("kept in runs");
  }

  @Test
  void shows_the_runs_of_models_that_were_trained_before_newest_first() {
    TrainViewModel first = trainingWith(ScriptedTrainer.quick());
    openFaces();
    first.train();
    first.configuration().modelProperty().set(ModelKind.SEQUENTIAL);
    first.train();

    TrainViewModel later = trainingWith(ScriptedTrainer.quick());

    assertThat(later.runs().all())
        .extracting(TrainingRun::name)
        .containsExactly("sequential 1", "cnn 1");
    assertThat(later.runs().all().getFirst().curves().validation().size())
        .isEqualTo(ScriptedTrainer.EPOCHS);
    assertThat(later.runs().all().getFirst().curves().batchesPerEpoch()).isEqualTo(5);
  }

  @Test
  void forgets_the_runs_of_a_data_set_that_is_closed() {
    TrainViewModel viewModel = trainingWith(ScriptedTrainer.quick());
    openFaces();
    viewModel.train();

    session.close();

    assertThat(viewModel.runs().all()).isEmpty();
    assertThat(viewModel.runs().selectedProperty().get()).isEmpty();
  }

  @Test
  void sums_the_run_up_in_one_line_while_it_goes_on() {
    List<String> lines = new ArrayList<>();
    TrainViewModel viewModel = trainingWith(ScriptedTrainer.quick());
    viewModel.summary().textProperty().subscribe(line -> lines.add(line));
    openFaces();

    viewModel.train();

    assertThat(lines).contains("cnn 1 · Preparing");
    assertThat(lines)
        .anySatisfy(
            line -> assertThat(line).matches("cnn 1 · epoch 12 · \\d\\.\\d\\d px · 0:00 left"));
    assertThat(viewModel.summary().runningProperty().get()).isFalse();
    assertThat(viewModel.summary().textProperty().get()).isEmpty();
  }

  @Test
  void does_nothing_without_a_data_set() {
    TrainViewModel viewModel = trainingWith(ScriptedTrainer.quick());

    viewModel.train();
    viewModel.retrain();
    viewModel.stopAndKeepBest();
    viewModel.cancel();

    assertThat(viewModel.runs().all()).isEmpty();
    assertThat(viewModel.liveRunProperty().get()).isEqualTo(Optional.<TrainingConfig>empty());
  }
}
