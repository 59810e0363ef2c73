package org.keypointstudio.ui.train;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** Trains models on the labels as they are, one run at a time, and shows how each run goes. */
public final class TrainViewModel {
  private final StudioSession session;
  private final TrainServices services;
  private final Notifications notifications;
  private final ConfigurationViewModel configuration = new ConfigurationViewModel();
  private final QueueViewModel queue = new QueueViewModel();
  private final LiveTraining live;
  private final RunsViewModel runs;
  private final PreviewViewModel preview;
  private final RunExport export;
  private final BooleanProperty active = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper labelledFaces = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper facesChanged = new ReadOnlyIntegerWrapper();
  private Optional<AnnotationDocument> present = Optional.empty();

  /** The training of a session. */
  public TrainViewModel(StudioSession session, TrainServices services) {
    this.session = session;
    this.services = services;
    this.notifications = services.notifications();
    live = new LiveTraining(services.executor(), services.uiThread());
    runs = new RunsViewModel(session, services);
    preview = new PreviewViewModel(session, services, configuration.augmentation());
    export = new RunExport(services);
    session.models().subscribe(() -> configuration.offerWarmStarts(session.models()));
    configuration.offerWarmStarts(session.models());
    session.revisionProperty().subscribe(this::lookAtLabels);
    session.openDataSetProperty().subscribe(this::onDataSet);
    active.subscribe(this::lookAtLabels);
    runs.selectedProperty().subscribe(this::lookAtLabels);
  }

  /** What waits was chosen for the data set that was open; another one has other faces. */
  private void onDataSet(Optional<OpenDataSet> open) {
    Optional<AnnotationDocument> document = open.map(OpenDataSet::document);
    if (!document.equals(present)) {
      present = document;
      queue.clear();
    }
  }

  private void lookAtLabels() {
    if (!active.get()) {
      return;
    }
    Optional<AnnotationDocument> document = session.openDataSet().map(OpenDataSet::document);
    labelledFaces.set(document.map(TrainViewModel::countLabelled).orElse(0));
    facesChanged.set(
        document
            .flatMap(now -> runs.selectedProperty().get().map(run -> run.facesChangedSince(now)))
            .orElse(0));
  }

  private static int countLabelled(AnnotationDocument document) {
    return (int)
        IntStream.range(0, document.size())
            .filter(face -> document.annotation(face).placedCount() > 0)
            .count();
  }

  /**
   * Trains what the configuration says: at once, or after the run that goes on and those that wait.
   * Nothing happens while that is not possible.
   */
  public void train() {
    configuration.config().ifPresent(this::startOrQueue);
  }

  /** Trains the selected run's configuration on the labels as they are now. */
  public void retrain() {
    runs.selectedProperty()
        .get()
        .ifPresent(
            run -> {
              configuration.set(run.config());
              startOrQueue(run.config());
            });
  }

  private void startOrQueue(TrainingConfig config) {
    if (live.isRunning()) {
      queue.add(config);
    } else {
      session.openDataSet().ifPresent(open -> start(open, config));
    }
  }

  private void start(OpenDataSet open, TrainingConfig config) {
    Path folder = services.folders().newFolder(open.dataSet(), config.model());
    LabelChoice labels = configuration.labels();
    TrainingRun run =
        TrainingRun.live(
            RunFolders.nameOf(folder),
            newStyleIndex(),
            folder,
            config,
            labels.of(open.document()),
            services.clock());
    runs.begin(run);
    go(
        run,
        open,
        Optional.empty(),
        (faces, listener, control) ->
            services
                .trainer()
                .train(
                    config,
                    labels.note().map(faces::withNote).orElse(faces),
                    folder,
                    listener,
                    control));
  }

  /**
   * Goes on with the selected run on the labels as they are now. Nothing happens while that is not
   * possible.
   */
  public void resume() {
    if (canResume().get()) {
      session
          .openDataSet()
          .ifPresent(open -> runs.selectedProperty().get().ifPresent(run -> resume(open, run)));
    }
  }

  private void resume(OpenDataSet open, TrainingRun before) {
    TrainingRun run =
        TrainingRun.live(
            before.name(),
            before.styleIndex(),
            before.folder(),
            before.config(),
            configuration.labels().of(open.document()),
            services.clock());
    runs.replace(before, run);
    go(
        run,
        open,
        Optional.of(before),
        (faces, listener, control) ->
            services.trainer().resume(before.folder(), faces, listener, control));
  }

  /**
   * Trains.
   *
   * @param before the run as it was, if it was there already and is not lost by a failure
   */
  private void go(
      TrainingRun run, OpenDataSet open, Optional<TrainingRun> before, TrainingTask.Launch launch) {
    live.start(
        run,
        launch,
        open.dataSet(),
        new LiveTraining.Listener() {
          @Override
          public void onNotice(String sentence) {
            notifications.inform(sentence);
          }

          @Override
          public void onFinished(RunRecord record) {
            before.flatMap(it -> it.modelProperty().get()).ifPresent(session.models()::remove);
            finish(run, open, record);
            startNext();
          }

          @Override
          public void onFailed(Exception problem) {
            giveUp(run, before);
            if (before.isEmpty()) {
              runs.offerWhatIsLeftOf(run);
            }
            notifications.problem(sentence(run, problem));
            startNext();
          }

          @Override
          public void onCancelled() {
            giveUp(run, before);
            notifications.inform(
                before.isPresent()
                    ? run.name() + " was cancelled. It can be resumed again."
                    : run.name() + " was cancelled. Nothing of it was kept.");
            startNext();
          }
        });
  }

  private void giveUp(TrainingRun run, Optional<TrainingRun> before) {
    before.ifPresentOrElse(it -> runs.replace(run, it), () -> runs.discard(run));
  }

  private void startNext() {
    session.openDataSet().ifPresent(open -> queue.take().ifPresent(config -> start(open, config)));
  }

  private static String sentence(TrainingRun run, Exception problem) {
    return problem instanceof TrainingException && problem.getMessage() != null
        ? problem.getMessage()
        : Problems.sentence("The training of " + run.name() + " failed", problem);
  }

  private void finish(TrainingRun run, OpenDataSet learned, RunRecord record) {
    boolean stillOpen =
        session.openDataSet().filter(open -> open.document() == learned.document()).isPresent();
    if (!stillOpen) {
      runs.discard(run);
      notifications.inform(
          "%s is trained and kept in %s. Its data set is no longer open."
              .formatted(run.name(), run.folder()));
      return;
    }
    ModelEntry model = new ModelEntry(run.name(), run.folder(), record, run.styleIndex());
    run.finish(model);
    session.models().add(model);
    lookAtLabels();
    notifications.success(
        "%s is trained: %s on %s that it has not learned from."
            .formatted(
                run.name(),
                Readings.pixels(record.bestValidationRmse()),
                Readings.count(record.validationRows().size(), "face")));
    services.predictions().predict(model);
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
    live.stopAndKeepBest();
  }

  /** Ends the run that goes on and leaves nothing of it. */
  public void cancel() {
    live.cancel();
  }

  /** The choices for the next run. */
  public ConfigurationViewModel configuration() {
    return configuration;
  }

  /** What the chosen augmentation does to the selected face. */
  public PreviewViewModel preview() {
    return preview;
  }

  /** Writes curves to files. */
  public RunExport export() {
    return export;
  }

  /** The runs that wait for the present one to end. */
  public QueueViewModel queue() {
    return queue;
  }

  /** The present run in one line. */
  public TrainingSummary summary() {
    return live.summary();
  }

  /** All runs of the open data set. */
  public RunsViewModel runs() {
    return runs;
  }

  /** The run that goes on. */
  public ReadOnlyObjectProperty<Optional<TrainingRun>> liveRunProperty() {
    return live.runProperty();
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

  /** Whether {@link #train} would start a run or queue one. */
  public BooleanExpression canTrain() {
    return isOpen()
        .and(
            Bindings.createBooleanBinding(
                () -> configuration.config().isPresent(), configuration.configProperty()));
  }

  /** Whether {@link #retrain} would start a run or queue one. */
  public BooleanExpression canRetrain() {
    return isOpen()
        .and(
            Bindings.createBooleanBinding(
                () -> runs.selectedProperty().get().isPresent(), runs.selectedProperty()));
  }

  /** Whether {@link #resume} would go on with the selected run. */
  public BooleanExpression canResume() {
    return Bindings.createBooleanBinding(
        () ->
            session.openDataSet().isPresent()
                && !live.isRunning()
                && runs.selectedProperty().get().filter(TrainingRun::isResumable).isPresent(),
        session.openDataSetProperty(),
        live.runProperty(),
        runs.selectedProperty(),
        session.models());
  }

  private BooleanBinding isOpen() {
    return Bindings.createBooleanBinding(
        () -> session.openDataSet().isPresent(), session.openDataSetProperty());
  }

  /** Whether a run goes on. */
  public BooleanExpression running() {
    return live.holds(RunStatus::isLive);
  }

  /** Whether {@link #stopAndKeepBest} would do something. */
  public BooleanExpression canStop() {
    return live.holds(RunStatus::canStop);
  }

  /** Whether {@link #cancel} would do something. */
  public BooleanExpression canCancel() {
    return live.holds(RunStatus::canCancel);
  }
}
