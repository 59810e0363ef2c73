package org.keypointstudio.ui.train;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.project.RunStore;
import org.keypointstudio.training.RunRecord.Outcome;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.ui.session.ModelEntry;

/** One run, live or over, as the window shows it. Lives on the window's thread. */
public final class TrainingRun implements TrainingListener {
  private final ReadOnlyStringWrapper name;
  private final int styleIndex;
  private final Path folder;
  private final TrainingConfig config;
  private final List<Annotation> labels;
  private final InstantSource clock;
  private final long startedMillis;
  private final RunCurves curves = new RunCurves();
  private final ReadOnlyObjectWrapper<RunStatus> status;
  private final ReadOnlyObjectWrapper<Optional<ModelEntry>> model;

  private TrainingRun(
      String name,
      int styleIndex,
      Path folder,
      TrainingConfig config,
      List<Annotation> labels,
      InstantSource clock,
      RunStatus status,
      Optional<ModelEntry> model) {
    this.name = new ReadOnlyStringWrapper(name);
    this.styleIndex = styleIndex;
    this.folder = folder;
    this.config = config;
    this.labels = labels;
    this.clock = clock;
    this.startedMillis = clock.millis();
    this.status = new ReadOnlyObjectWrapper<>(status);
    this.model = new ReadOnlyObjectWrapper<>(model);
  }

  /**
   * A run that begins.
   *
   * @param name what its model will be called
   * @param styleIndex which colour and shape its model's marks will have
   * @param folder where it is kept
   * @param labels the snapshot that it learns from
   */
  static TrainingRun live(
      String name,
      int styleIndex,
      Path folder,
      TrainingConfig config,
      List<Annotation> labels,
      InstantSource clock) {
    return new TrainingRun(
        name, styleIndex, folder, config, labels, clock, RunStatus.preparing(), Optional.empty());
  }

  /** The run of a model that was trained before. */
  static TrainingRun finished(ModelEntry model) {
    TrainingRun run =
        new TrainingRun(
            model.name(),
            model.styleIndex(),
            model.runFolder(),
            model.record().config(),
            List.of(),
            InstantSource.system(),
            RunStatus.finished(model.record()),
            Optional.of(model));
    model.record().epochs().forEach(run.curves::add);
    return run;
  }

  /** A run that broke off in an earlier session of the program. */
  static TrainingRun interrupted(RunStore.InterruptedRun found, int styleIndex) {
    TrainingRun run =
        new TrainingRun(
            RunFolders.nameOf(found.path()),
            styleIndex,
            found.path(),
            found.plan().config(),
            List.of(),
            InstantSource.system(),
            RunStatus.interrupted(found.progress().epochs(), found.progress().clock().seconds()),
            Optional.empty());
    found.progress().epochs().forEach(run.curves::add);
    return run;
  }

  @Override
  public void onStart(Start start) {
    curves.start(start);
    status.set(status.get().started(start));
  }

  @Override
  public void onBatch(Batch batch) {
    curves.add(batch);
    status.set(status.get().stepped(batch, elapsedSeconds()));
  }

  @Override
  public void onEpoch(Epoch epoch) {
    curves.add(epoch);
    status.set(status.get().judged(epoch, elapsedSeconds()));
  }

  private double elapsedSeconds() {
    return (clock.millis() - startedMillis) / 1000.0;
  }

  void enter(RunPhase phase) {
    status.set(status.get().in(phase));
  }

  void finish(ModelEntry trained) {
    model.set(Optional.of(trained));
    status.set(RunStatus.finished(trained.record()));
  }

  /** It is called something else now, and so is its model. */
  void rename(ModelEntry renamed) {
    model.set(Optional.of(renamed));
    name.set(renamed.name());
  }

  /** What its model is called. */
  public String name() {
    return name.get();
  }

  /** What its model is called. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** Which colour and shape its model's marks have, counted from 0. */
  public int styleIndex() {
    return styleIndex;
  }

  /** Where it is kept. */
  public Path folder() {
    return folder;
  }

  /** Whether it ended before its time and can go on. */
  public boolean isResumable() {
    return status.get().phase() == RunPhase.INTERRUPTED
        || model.get().filter(it -> it.record().outcome() == Outcome.STOPPED).isPresent();
  }

  /** What the person chose. */
  public TrainingConfig config() {
    return config;
  }

  /** Its error as it fell. */
  public RunCurves curves() {
    return curves;
  }

  /** How far it has come. */
  public ReadOnlyObjectProperty<RunStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** How far it has come. */
  public RunStatus status() {
    return status.get();
  }

  /** Its model; empty until the run is over. */
  public ReadOnlyObjectProperty<Optional<ModelEntry>> modelProperty() {
    return model.getReadOnlyProperty();
  }

  /** The snapshot that it learns from; empty for a run whose labels are not in memory. */
  List<Annotation> labels() {
    return labels;
  }

  /**
   * How many faces of a document have another annotation now than the one the run learned from; 0
   * for a run whose labels are not in memory.
   */
  int facesChangedSince(AnnotationDocument document) {
    int changed = 0;
    for (int face = 0; face < Math.min(labels.size(), document.size()); face++) {
      changed += labels.get(face).equals(document.labels(face).learnable()) ? 0 : 1;
    }
    return changed;
  }
}
