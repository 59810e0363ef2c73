package org.keypointstudio.ui.train;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.UiThread;

/** Trains models on the labels as they are, one run at a time, and shows how each run goes. */
public final class TrainViewModel {
  private final StudioSession session;
  private final TaskExecutor executor;
  private final Trainer trainer;
  private final ModelPredictions predictions;
  private final RunFolders folders;
  private final UiThread uiThread;
  private final Notifications notifications;
  private final InstantSource clock;

  private final ConfigurationViewModel configuration = new ConfigurationViewModel();
  private final TrainingSummary summary = new TrainingSummary();
  private final ObservableList<TrainingRun> runs = FXCollections.observableArrayList();
  private final ObservableList<TrainingRun> runsView =
      FXCollections.unmodifiableObservableList(runs);
  private final ObjectProperty<Optional<TrainingRun>> selectedRun =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<TrainingRun>> liveRun =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<RunStatus>> liveStatus =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty active = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper labelledFaces = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper facesChanged = new ReadOnlyIntegerWrapper();
  private Subscription liveStatusSubscription = Subscription.EMPTY;
  private Optional<TrainingTask> liveTask = Optional.empty();
  private Optional<CancelToken> liveToken = Optional.empty();

  /**
   * The training of a session.
   *
   * @param executor runs the training off the window's thread
   * @param predictions lets a new model predict all faces
   * @param folders decides where runs are kept
   * @param uiThread hears how a run goes
   * @param clock tells how long a run has taken
   */
  public TrainViewModel(
      StudioSession session,
      TaskExecutor executor,
      Trainer trainer,
      ModelPredictions predictions,
      RunFolders folders,
      UiThread uiThread,
      Notifications notifications,
      InstantSource clock) {
    this.session = session;
    this.executor = executor;
    this.trainer = trainer;
    this.predictions = predictions;
    this.folders = folders;
    this.uiThread = uiThread;
    this.notifications = notifications;
    this.clock = clock;
    session.models().forEach(this::addRunOf);
    session.models().addListener(this::onModelsChanged);
    session.revisionProperty().subscribe(this::lookAtLabels);
    active.subscribe(this::lookAtLabels);
    selectedRun.subscribe(this::lookAtLabels);
  }

  private void onModelsChanged(ListChangeListener.Change<? extends ModelEntry> change) {
    while (change.next()) {
      for (ModelEntry removed : change.getRemoved()) {
        runs.removeIf(run -> run.modelProperty().get().filter(removed::equals).isPresent());
      }
      change.getAddedSubList().forEach(this::addRunOf);
    }
    selectedRun.get().filter(run -> !runs.contains(run)).ifPresent(_ -> selectNewestRun());
  }

  private void addRunOf(ModelEntry model) {
    boolean known =
        runs.stream().anyMatch(run -> run.modelProperty().get().filter(model::equals).isPresent());
    if (!known) {
      runs.addFirst(TrainingRun.finished(model));
      if (selectedRun.get().isEmpty()) {
        selectNewestRun();
      }
    }
  }

  private void selectNewestRun() {
    selectedRun.set(runs.stream().findFirst());
  }

  private void lookAtLabels() {
    if (!active.get()) {
      return;
    }
    Optional<AnnotationDocument> document = session.openDataSet().map(OpenDataSet::document);
    labelledFaces.set(document.map(TrainViewModel::countLabelled).orElse(0));
    facesChanged.set(
        document
            .flatMap(present -> selectedRun.get().map(run -> run.facesChangedSince(present)))
            .orElse(0));
  }

  private static int countLabelled(AnnotationDocument document) {
    return (int)
        IntStream.range(0, document.size())
            .filter(face -> document.annotation(face).placedCount() > 0)
            .count();
  }

  /** Trains what the configuration says. Nothing happens while that is not possible. */
  public void train() {
    configuration.config().ifPresent(this::start);
  }

  /** Trains the selected run's configuration on the labels as they are now. */
  public void retrain() {
    selectedRun
        .get()
        .ifPresent(
            run -> {
              configuration.set(run.config());
              start(run.config());
            });
  }

  private void start(TrainingConfig config) {
    if (liveRun.get().isEmpty()) {
      session.openDataSet().ifPresent(open -> start(open, config));
    }
  }

  private void start(OpenDataSet open, TrainingConfig config) {
    Path folder = folders.newFolder(open.dataSet(), config.model());
    TrainingRun run =
        TrainingRun.live(
            RunFolders.nameOf(folder), newStyleIndex(), config, open.document().snapshot(), clock);
    FrameTrainingListener listener = new FrameTrainingListener(uiThread, run);
    TrainingTask task = new TrainingTask(trainer, run, open.dataSet(), folder, listener);
    runs.addFirst(run);
    selectedRun.set(Optional.of(run));
    liveTask = Optional.of(task);
    liveRun.set(Optional.of(run));
    liveStatusSubscription = run.statusProperty().subscribe(status -> showLive(run, status));
    CancelToken token =
        executor.execute(
            task,
            new TaskListener<RunRecord>() {
              @Override
              public void onSuccess(RunRecord record) {
                listener.flush();
                finish(run, open, folder, record);
              }

              @Override
              public void onFailure(Exception problem) {
                discard(run);
                notifications.problem(sentence(run, problem));
              }

              @Override
              public void onCancelled() {
                discard(run);
                notifications.inform(run.name() + " was cancelled. Nothing of it was kept.");
              }
            });
    liveToken = liveRun.get().map(_ -> token);
  }

  private void showLive(TrainingRun run, RunStatus status) {
    liveStatus.set(Optional.of(status));
    summary.show(run.name(), status);
  }

  private static String sentence(TrainingRun run, Exception problem) {
    return problem instanceof TrainingException && problem.getMessage() != null
        ? problem.getMessage()
        : Problems.sentence("The training of " + run.name() + " failed", problem);
  }

  private void finish(TrainingRun run, OpenDataSet learned, Path folder, RunRecord record) {
    boolean stillOpen =
        session.openDataSet().filter(open -> open.document() == learned.document()).isPresent();
    if (!stillOpen) {
      discard(run);
      notifications.inform(
          "%s is trained and kept in %s. Its data set is no longer open."
              .formatted(run.name(), folder));
      return;
    }
    endLiveRun();
    ModelEntry model = new ModelEntry(run.name(), folder, record, run.styleIndex());
    run.finish(model);
    session.models().add(model);
    lookAtLabels();
    notifications.success(
        "%s is trained: %s on %s that it has not learned from."
            .formatted(
                run.name(),
                Readings.pixels(record.bestValidationRmse()),
                Readings.count(record.validationRows().size(), "face")));
    predictions.predict(model);
  }

  private void discard(TrainingRun run) {
    endLiveRun();
    runs.remove(run);
    if (selectedRun.get().filter(run::equals).isPresent()) {
      selectNewestRun();
    }
  }

  private void endLiveRun() {
    liveStatusSubscription.unsubscribe();
    liveStatus.set(Optional.empty());
    liveRun.set(Optional.empty());
    liveTask = Optional.empty();
    liveToken = Optional.empty();
    summary.clear();
  }

  private int newStyleIndex() {
    Set<Integer> taken =
        session.models().stream()
            .map(ModelEntry::styleIndex)
            .collect(Collectors.toUnmodifiableSet());
    IntPredicate free = index -> !taken.contains(index);
    return IntStream.iterate(0, index -> index + 1).filter(free).findFirst().orElseThrow();
  }

  /** Ends the run that goes on and keeps its best model. */
  public void stopAndKeepBest() {
    liveRun
        .get()
        .filter(run -> run.status().canStop())
        .ifPresent(
            run -> {
              run.enter(RunPhase.STOPPING);
              liveTask.ifPresent(TrainingTask::stopAndKeepBest);
            });
  }

  /** Ends the run that goes on and leaves nothing of it. */
  public void cancel() {
    liveRun
        .get()
        .filter(run -> run.status().canCancel())
        .ifPresent(
            run -> {
              run.enter(RunPhase.CANCELLING);
              liveToken.ifPresent(CancelToken::cancel);
            });
  }

  /** The choices for the next run. */
  public ConfigurationViewModel configuration() {
    return configuration;
  }

  /** The present run in one line. */
  public TrainingSummary summary() {
    return summary;
  }

  /** All runs, newest first; the one that goes on is among them. */
  public ObservableList<TrainingRun> runs() {
    return runsView;
  }

  /** The run whose curves and figures are shown. */
  public ObjectProperty<Optional<TrainingRun>> selectedRunProperty() {
    return selectedRun;
  }

  /** The run that goes on. */
  public ReadOnlyObjectProperty<Optional<TrainingRun>> liveRunProperty() {
    return liveRun.getReadOnlyProperty();
  }

  /** Whether the workspace is on show, so that its figures have to be up to date. */
  public BooleanProperty activeProperty() {
    return active;
  }

  /** How many faces of the open data set have a keypoint with coordinates. */
  public ReadOnlyIntegerProperty labelledFacesProperty() {
    return labelledFaces.getReadOnlyProperty();
  }

  /** How many faces have other labels now than those that the selected run learned from. */
  public ReadOnlyIntegerProperty facesChangedProperty() {
    return facesChanged.getReadOnlyProperty();
  }

  /** The open data set. */
  public ReadOnlyObjectProperty<Optional<OpenDataSet>> openDataSetProperty() {
    return session.openDataSetProperty();
  }

  /** Whether {@link #train} would start a run. */
  public BooleanExpression canTrain() {
    return canStart().and(configuration.validProperty());
  }

  /** Whether {@link #retrain} would start a run. */
  public BooleanExpression canRetrain() {
    return canStart()
        .and(Bindings.createBooleanBinding(() -> selectedRun.get().isPresent(), selectedRun));
  }

  private BooleanBinding canStart() {
    return Bindings.createBooleanBinding(
        () -> liveStatus.get().isEmpty() && session.openDataSet().isPresent(),
        liveStatus,
        session.openDataSetProperty());
  }

  /** Whether a run goes on. */
  public BooleanExpression running() {
    return ofLiveRun(RunStatus::isLive);
  }

  /** Whether {@link #stopAndKeepBest} would do something. */
  public BooleanExpression canStop() {
    return ofLiveRun(RunStatus::canStop);
  }

  /** Whether {@link #cancel} would do something. */
  public BooleanExpression canCancel() {
    return ofLiveRun(RunStatus::canCancel);
  }

  private BooleanBinding ofLiveRun(Predicate<RunStatus> test) {
    return Bindings.createBooleanBinding(
        () -> liveStatus.get().filter(test).isPresent(), liveStatus);
  }
}
