package org.keypointstudio.ui.study;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.study.Study;
import org.keypointstudio.project.study.StudyResult;
import org.keypointstudio.project.study.StudyRunner;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.Progress;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.training.AugmentationPreset;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.EveryValue;
import org.keypointstudio.ui.thread.UiThread;

/** A study that a person ticks together or takes from a file, and its results as they come. */
public final class StudyViewModel {
  private static final int USUAL_EPOCHS = 20;
  private static final int USUAL_SEEDS = 3;

  private final StudioSession session;
  private final TaskExecutor executor;
  private final StudyRunner runner;
  private final StudyFolders folders;
  private final PreparedStudy prepared;
  private final Notifications notifications;
  private final UiThread uiThread;

  private final Map<ModelKind, BooleanProperty> models = new LinkedHashMap<>();
  private final Map<RowPolicy, BooleanProperty> rows = new LinkedHashMap<>();
  private final Map<AugmentationPreset, BooleanProperty> augmentations = new LinkedHashMap<>();
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final IntegerProperty epochs = new SimpleIntegerProperty(USUAL_EPOCHS);
  private final IntegerProperty seeds = new SimpleIntegerProperty(USUAL_SEEDS);
  private final ReadOnlyStringWrapper plan = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper startable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ObservableList<StudyLine> lines = FXCollections.observableArrayList();
  private Optional<CancelToken> present = Optional.empty();

  /** Decides where the runs of a study are kept. */
  @FunctionalInterface
  public interface StudyFolders {
    /** The folder in which the studies of a data set lie. */
    Path of(FaceDataSet dataSet);
  }

  /**
   * Studies on the data set that a session has open.
   *
   * @param prepared a study from a file, which goes before what is ticked
   */
  public StudyViewModel(
      StudioSession session,
      TaskExecutor executor,
      StudyRunner runner,
      StudyFolders folders,
      PreparedStudy prepared,
      Notifications notifications,
      UiThread uiThread) {
    this.session = session;
    this.executor = executor;
    this.runner = runner;
    this.folders = folders;
    this.prepared = prepared;
    this.notifications = notifications;
    this.uiThread = uiThread;
    // A CNN with mirrored faces is the CNN with that variation, so it is not offered twice.
    Stream.of(ModelKind.SEQUENTIAL, ModelKind.CNN, ModelKind.COMPACT)
        .forEach(model -> models.put(model, ticked(model == ModelKind.COMPACT)));
    for (RowPolicy policy : RowPolicy.values()) {
      boolean asked = policy == RowPolicy.COMPLETE_ONLY || policy == RowPolicy.ALL_MASKED;
      rows.put(policy, ticked(asked));
    }
    for (AugmentationPreset preset : AugmentationPreset.values()) {
      augmentations.put(preset, ticked(true));
    }
    epochs.subscribe(this::refresh);
    seeds.subscribe(this::refresh);
    session.openDataSetProperty().subscribe(this::refresh);
    running.subscribe(this::refresh);
    prepared.studyProperty().subscribe(this::refresh);
    refresh();
  }

  private BooleanProperty ticked(boolean value) {
    BooleanProperty property = new SimpleBooleanProperty(value);
    property.subscribe(this::refresh);
    return property;
  }

  private void refresh() {
    Optional<Study> planned = planned();
    plan.set(
        planned
            .map(StudyViewModel::describe)
            .orElse("Tick at least one network, one kind of rows and one variation."));
    startable.set(planned.isPresent() && session.openDataSet().isPresent() && !running.get());
  }

  private static String describe(Study study) {
    return "%s × %s = %s of %s epochs"
        .formatted(
            counted(study.variants().size(), "recipe"),
            counted(study.seeds().size(), "seed"),
            counted(study.runs(), "run"),
            epochs(study));
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String epochs(Study study) {
    IntSummaryStatistics epochs =
        study.variants().stream()
            .mapToInt(variant -> variant.config().maxEpochs())
            .summaryStatistics();
    return epochs.getMin() == epochs.getMax()
        ? String.valueOf(epochs.getMin())
        : epochs.getMin() + " to " + epochs.getMax();
  }

  /** What would be run: the study from a file, or else what is ticked, if it is enough. */
  private Optional<Study> planned() {
    return prepared
        .studyProperty()
        .get()
        .or(() -> Optional.of(choices()).filter(it -> it.recipes() > 0).map(StudyChoices::study));
  }

  private StudyChoices choices() {
    return new StudyChoices(
        chosen(models), chosen(rows), chosen(augmentations), epochs.get(), seeds.get());
  }

  private static <T> List<T> chosen(Map<T, BooleanProperty> choices) {
    return choices.entrySet().stream()
        .filter(choice -> choice.getValue().get())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Trains what is ticked. The same choices on the same labels go on where they were left. */
  public void start() {
    if (startable.get()) {
      session.openDataSet().ifPresent(data -> planned().ifPresent(study -> start(data, study)));
    }
  }

  private void start(OpenDataSet data, Study study) {
    List<Annotation> labels =
        data.document().labelsSnapshot().stream().map(FaceLabels::learnable).toList();
    Path folder = folders.of(data.dataSet()).resolve(folderName(study, labels));
    lines.setAll(
        study.variants().stream()
            .map(variant -> new StudyLine(variant.name(), study.seeds().size(), List.of()))
            .toList());
    EveryValue<NewRun> arrivals = new EveryValue<>(uiThread, this::add);
    StudyTask task =
        new StudyTask(
            runner,
            study,
            data.dataSet(),
            labels,
            folder,
            (recipe, run) -> arrivals.offer(new NewRun(recipe, run)));
    running.set(true);
    fraction.set(0);
    status.set("Reading images");
    present = Optional.of(executor.execute(task, new Watcher(folder, arrivals)));
  }

  private record NewRun(String recipe, StudyResult.Run run) {}

  /** Depends on the choices and the labels alone. */
  private static String folderName(Study study, List<Annotation> labels) {
    String content = study.variants() + " " + study.seeds() + " " + labels.hashCode();
    return "study-"
        + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8))
            .toString()
            .substring(0, 8);
  }

  private void add(NewRun arrival) {
    lines.replaceAll(
        line -> line.recipe().equals(arrival.recipe()) ? line.with(arrival.run()) : line);
  }

  /** Ends the study; the runs that are done stay. */
  public void cancel() {
    present.ifPresent(CancelToken::cancel);
  }

  private final class Watcher implements TaskListener<StudyResult> {
    private final Path folder;
    private final EveryValue<NewRun> arrivals;

    Watcher(Path folder, EveryValue<NewRun> arrivals) {
      this.folder = folder;
      this.arrivals = arrivals;
    }

    @Override
    public void onProgress(Progress progress) {
      fraction.set(progress.fraction());
      status.set(progress.message());
    }

    @Override
    public void onSuccess(StudyResult result) {
      ended("Done; the table and the runs are in " + folder + ".");
      notifications.success("The study is done: %d runs.".formatted(result.study().runs()));
    }

    @Override
    public void onFailure(Exception problem) {
      ended("The study ended early.");
      notifications.problem("The study ended early: " + problem.getMessage());
    }

    @Override
    public void onCancelled() {
      ended("Cancelled. What is done stays; the same choices go on from there.");
    }

    private void ended(String words) {
      arrivals.flush();
      running.set(false);
      status.set(words);
    }
  }

  /** The study from a file, if one is chosen. */
  PreparedStudy prepared() {
    return prepared;
  }

  /** The networks that can be ticked. */
  Map<ModelKind, BooleanProperty> models() {
    return models;
  }

  /** The policies that can be ticked. */
  Map<RowPolicy, BooleanProperty> rows() {
    return rows;
  }

  /** The augmentations that can be ticked. */
  Map<AugmentationPreset, BooleanProperty> augmentations() {
    return augmentations;
  }

  /** Whether the person looks at it. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** Epochs of each run. */
  public IntegerProperty epochsProperty() {
    return epochs;
  }

  /** How often each recipe is trained. */
  public IntegerProperty seedsProperty() {
    return seeds;
  }

  /** What will be done, or what is missing, in words. */
  public ReadOnlyStringProperty planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** Whether a study can begin. */
  public ReadOnlyBooleanProperty startableProperty() {
    return startable.getReadOnlyProperty();
  }

  /** Whether a study runs. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How much of it is done, 0 to 1; negative if that is not known. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /** What it does, or how it ended, in words. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** The recipes and what is known of them. */
  public ObservableList<StudyLine> lines() {
    return lines;
  }
}
